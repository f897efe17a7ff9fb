// Run only by browsers that know no modules, so written for them: tells what is missing.
window.addEventListener('load', function () {
  var notice = document.getElementById('notice');
  var sections = notice.getElementsByTagName('section');
  for (var i = 0; i < sections.length; i += 1) {
    var hit = sections[i].getAttribute('data-notice') === 'missing';
    sections[i].style.display = hit ? 'block' : 'none';
    var lines = sections[i].getElementsByTagName('b');
    for (var j = 0; j < lines.length; j += 1) lines[j].appendChild(document.createTextNode('JavaScript modules'));
  }
  notice.removeAttribute('hidden');
});
