// In the page: starts our engine as the site does, in a worker of its own, opens parts and asks; sends back its answers.
import { percentiles } from './clock.mjs';

/** Each opens the parts in a fresh engine; the last one is asked. */
const OPENINGS = 5;

/**
 * `script` and `module`: the worker's two files. `parts`: `[message, bytes]` addresses in the order they are added.
 * `asks`: addresses of the messages whose answers are kept (`deep`) and of those that are timed (`timed`), each message
 * behind its length (four bytes, little end first); answers are kept in the same form. Times are those of the call into
 * the module, message and answer in bytes, as the page and the worker exchange them.
 */
export async function measure({ script, module, parts, asks, label }) {
  let best;
  for (let round = 1; round <= OPENINGS; round += 1) {
    const measured = await inWorker({ script, module, parts, asks: round === OPENINGS ? asks : null });
    const opened = measured.opened.map((time, at) => Math.min(time, best?.opened[at] ?? Infinity));
    best = { ...measured, opened };
  }
  if (best.answers) await fetch(`/keep/${label}.answers`, { method: 'POST', body: best.answers });
  const { opened, start, memory, times } = best;
  // The first part is the index; the others are opened beside it.
  return { open: opened[0], opened, start, memory, queries: times.length, ...percentiles(times) };
}

function inWorker(order) {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/bench/ours_worker.js');
    worker.onerror = (event) => reject(new Error(event.message || 'the worker does not start'));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data.failed) reject(new Error(data.failed));
      else resolve(data);
    };
    worker.postMessage(order);
  });
}
