// The thread of the static demonstration: loads its module and hands it the questions in turn. src/browser/demo has them all.
// Whatever goes wrong here is thrown, so that whoever asked hears of it by an error event and starts another: all that was
// answered is kept.
// A classic script, since Firefox runs module workers from 114 on only. The two names are filled in by the build.
'use strict';
const coming = fetch('understudy_bg.wasm', { credentials: 'same-origin' });
coming.catch(function () {});
const waiting = [];
let ready = false;

self.addEventListener('message', function (event) {
  if (ready) wasm_bindgen.hear(event.data);
  else waiting.push(event.data);
});

importScripts('understudy.js');

(async function () {
  const response = await coming;
  if (!response.ok) throw new Error(response.status + ' ' + response.url);
  await wasm_bindgen({ module_or_path: response });
  ready = true;
  waiting.forEach(function (message) { wasm_bindgen.hear(message); });
})().catch(function (error) {
  // A rejected promise is no error event of the worker; what a timer throws is.
  setTimeout(function () { throw error; });
});
