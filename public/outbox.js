// The outbox's thread: loads its module and hands it the page's messages in turn. src/browser/outbox/message.rs has them all.
// Whatever goes wrong here is thrown, so that the page hears of it by an error event and starts another: all that was said to
// be kept is on the device.
// A classic script, since Firefox runs module workers from 114 on only. The two names are filled in by the build.
'use strict';
const coming = fetch('keeper_bg.wasm', { credentials: 'same-origin' });
coming.catch(function () {});
const waiting = [];
let ready = false;

self.addEventListener('message', function (event) {
  if (ready) wasm_bindgen.hear(event.data);
  else waiting.push(event.data);
});

importScripts('keeper.js');

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
