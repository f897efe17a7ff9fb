// The office's door: what boot.js imports at an address of the office, instead of the app's own files.
// The three names are filled in by the build.
function at(name) { return new URL(name, import.meta.url).href; }

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = at('office.css');
const dressed = new Promise(function (done, fail) {
  sheet.onload = done;
  sheet.onerror = function () { fail(new Error(sheet.href)); };
});
document.head.append(sheet);

export default [import(at('office.js')), fetch(at('office_bg.wasm'), { credentials: 'same-origin' }), dressed];
