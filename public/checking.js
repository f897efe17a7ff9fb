// The thread that reads a supplier's file: loads its module, hands it the page's messages in turn, posts what it answers.
//   from the page  [head] or [head, body]: Uint8Array and ArrayBuffer, the latter given away
//   to the page    Uint8Array: an answer, before a long one others that say how far it is
// Whatever goes wrong here is thrown, so that the page hears of it by an error event and starts another.
// A classic script, since Firefox runs module workers from 114 on only. The two names are filled in by the build.
'use strict';
// Asked for before the script, not after it.
const coming = fetch('intake_bg.wasm', { credentials: 'same-origin' });
coming.catch(function () {});
const waiting = [];
let ready = false;

self.addEventListener('message', function (event) {
  if (ready) answer(event.data);
  else waiting.push(event.data);
});

importScripts('intake.js');

(async function () {
  const response = await coming;
  if (!response.ok) throw new Error(response.status + ' ' + response.url);
  await wasm_bindgen({ module_or_path: response });
  ready = true;
  waiting.forEach(answer);
})().catch(fail);

function answer(message) {
  const body = message[1] && new Uint8Array(message[1]);
  const bytes = wasm_bindgen.answer(message[0], body);
  self.postMessage(bytes, [bytes.buffer]);
}

// A rejected promise is no error event of the worker; what a timer throws is.
function fail(error) {
  setTimeout(function () { throw error; });
}
