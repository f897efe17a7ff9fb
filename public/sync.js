// On the catalogue's pages, fetched by offline.js when a page has come to rest:
// - what was written in the office and is not sent yet goes out from here too, and a quiet line says how it stands with it;
// - a catalogue that was published since the page was loaded is offered.
// The office says the same by itself (src/office/sync.rs). Notes of src/browser/outbox/handle.rs in localStorage:
//   hub.outbox.unsent      whose items wait to be sent
//   hub.outbox.state       [waiting, refused]: there while somebody is signed in or something is unsent
//   hub.outbox.generation  what the worker is started with
const html = document.documentElement;
const named = function (name) { return document.querySelector('meta[name="hub:' + name + '"]'); };
const isOffice = function () { return /\/office(\/|$)/.test(location.pathname); };

const WORDS = {
  en: {
    sent: 'All sent',
    saved: function (number) { return number + ' saved here'; },
    signIn: function (number) { return number + ' saved here: sign in'; },
    attention: function (number) { return number + (number === 1 ? ' needs attention' : ' need attention'); },
    changed: 'The catalogue has changed.', show: 'Show', later: 'Later',
  },
  zh: {
    sent: '已全部发送',
    saved: function (number) { return number + ' 项已存本机'; },
    signIn: function (number) { return number + ' 项待登录后发送'; },
    attention: function (number) { return number + ' 项待处理'; },
    changed: '目录已更新。', show: '查看', later: '稍后',
  },
};
const language = function () { return html.lang.slice(0, 2) === 'zh' ? 'zh' : 'en'; };

// Storage throws where it is forbidden; then there is nothing to say.
function stored(key) { try { return localStorage.getItem(key); } catch (_) { return null; } }

function element(name, properties) { return Object.assign(document.createElement(name), properties); }

// ---- How it stands with what was written.
let line = null;
let needsSignIn = false;

function state() {
  try { return JSON.parse(stored('hub.outbox.state')); } catch (_) { return null; }
}

function say() {
  const now = state();
  if (!now || isOffice()) {
    if (line) line.remove();
    line = null;
    return;
  }
  const words = WORDS[language()];
  const waiting = now[0];
  const refused = now[1];
  if (!line) {
    document.head.append(element('link', { rel: 'stylesheet', href: new URL('sync.css', import.meta.url).href }));
    line = element('div', { className: 'sync-line' });
    line.setAttribute('role', 'status');
    // The office is another application: the app's router leaves such links alone.
    line.append(element('a', { rel: 'external' }));
    document.body.append(line);
  }
  const text = waiting && needsSignIn ? words.signIn(waiting)
    : refused ? words.attention(refused)
    : waiting ? words.saved(waiting)
    : words.sent;
  const link = line.firstChild;
  if (link.textContent !== text) link.textContent = text;
  line.dataset.tone = refused || waiting && needsSignIn ? 'attention' : waiting ? 'waiting' : 'quiet';
  link.href = language() + '/office#unsent';
}

function send() {
  const account = stored('hub.outbox.unsent');
  const worker = named('outbox');
  if (!account || !worker || isOffice()) return;
  const mark = stored('hub.outbox.generation');
  const outbox = new Worker(worker.content);
  let had = false;
  outbox.onmessage = function (event) {
    const said = event.data;
    if (said[0] !== 'status') return;
    had = had || said[1] > 0;
    if (!had) return;
    needsSignIn = said[3];
    localStorage.setItem('hub.outbox.state', JSON.stringify([said[1], said[5].length]));
    if (!said[1]) localStorage.removeItem('hub.outbox.unsent');
    say();
    // Sent, refused, or nobody is signed in: the rest is for the person, in the office.
    if (!said[1] || said[3]) outbox.terminate();
  };
  outbox.postMessage(['start', mark && Number(mark)]);
  outbox.postMessage(['account', account]);
}

say();
send();
// Another tab has written or sent something, or the reader has changed the language.
window.addEventListener('storage', function (event) { if (event.key === 'hub.outbox.state') say(); });
new MutationObserver(say).observe(html, { attributeFilter: ['lang'] });

// ---- A catalogue that was published meanwhile. A host of files only publishes by a new build, which offline.js offers.
const PAUSE = 12000;
const front = new URL('catalogue/front.bin', document.baseURI).href;
let seen = null;
let timer = 0;

async function tag(cache) {
  try {
    const answer = await fetch(front, { credentials: 'same-origin', cache: cache });
    return answer.ok ? answer.headers.get('etag') : null;
  } catch (_) { return null; }
}

async function look() {
  clearTimeout(timer);
  if (document.hidden || isOffice()) return;
  const now = navigator.onLine ? await tag('no-cache') : null;
  if (now && now !== seen) {
    seen = now;
    offer();
  }
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(look, PAUSE);
}

function offer() {
  const words = WORDS[language()];
  document.querySelectorAll('.update.catalogue').forEach(function (old) { old.remove(); });
  const box = element('div', { className: 'update catalogue' });
  box.setAttribute('role', 'status');
  const show = element('button', { className: 'button primary', type: 'button', textContent: words.show });
  const later = element('button', { className: 'button', type: 'button', textContent: words.later });
  show.addEventListener('click', function () { location.reload(); });
  later.addEventListener('click', function () { box.remove(); });
  box.append(element('span', { textContent: words.changed }), show, later);
  document.body.append(box);
}

if (!named('worker')) {
  // What this page was made of is what the browser keeps, until it is asked for anew.
  seen = await tag('force-cache');
  if (seen) {
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    timer = setTimeout(look, PAUSE);
  }
}
