// A worker that loads our engine's module as the site's own worker does, and times the calls into it.
'use strict';

// As in clock.mjs, which a classic script cannot import; the site's worker is one, and so is its script.
const ROUNDS = 5;

const bytesOf = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** The messages of a file, each behind its length. */
function* messages(file) {
  const view = new DataView(file.buffer);
  for (let at = 0; at < file.length;) {
    const length = view.getUint32(at, true);
    yield file.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
}

function joined(answers) {
  const whole = new Uint8Array(answers.reduce((sum, answer) => sum + 4 + answer.length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const answer of answers) {
    view.setUint32(at, answer.length, true);
    whole.set(answer, at + 4);
    at += 4 + answer.length;
  }
  return whole;
}

self.onmessage = async ({ data: { script, module, parts, asks } }) => {
  try {
    importScripts(script);
    let started = performance.now();
    const { memory } = await wasm_bindgen({ module_or_path: fetch(module) });
    const start = performance.now() - started;
    const opened = [];
    for (const [message, body] of parts) {
      const [head, bytes] = [await bytesOf(message), await bytesOf(body)];
      started = performance.now();
      wasm_bindgen.answer(head, bytes);
      opened.push(performance.now() - started);
    }
    if (!asks) {
      self.postMessage({ opened, start });
      return;
    }
    const { deep, timed } = asks;
    const answers = [...messages(await bytesOf(deep))].map((ask) => wasm_bindgen.answer(ask));
    const calls = [...messages(await bytesOf(timed))];
    const times = new Float64Array(calls.length).fill(Infinity);
    for (let round = 0; round < ROUNDS; round += 1) {
      calls.forEach((ask, at) => {
        started = performance.now();
        wasm_bindgen.answer(ask);
        times[at] = Math.min(times[at], performance.now() - started);
      });
    }
    self.postMessage({ opened, start, memory: memory.buffer.byteLength, times, answers: joined(answers) });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
