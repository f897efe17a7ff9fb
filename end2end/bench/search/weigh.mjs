// What a file weighs as it is and in brotli 11, remembered by its content: a large index takes a minute.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const compress = promisify(zlib.brotliCompress);

async function weigh(file, known) {
  const bytes = fs.readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('hex');
  known[hash] ??= (await compress(bytes, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })).length;
  return { raw: bytes.length, brotli: known[hash] };
}

/** Weighs `files` (label → path), two at a time, never while something is timed; `memory` is a file of what is known. */
export async function weighAll(files, memory) {
  const known = fs.existsSync(memory) ? JSON.parse(fs.readFileSync(memory, 'utf8')) : {};
  const weights = {};
  const waiting = Object.entries(files);
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [label, file] = next;
      console.error(`weighing ${label}`);
      weights[label] = await weigh(file, known);
    }
  };
  await Promise.all([work(), work()]);
  fs.writeFileSync(memory, JSON.stringify(known));
  return weights;
}
