// Serves the bench's pages, packages and inputs to the browser, and keeps what the pages send back.
// With the headers that make a page isolated: only then is its clock fine enough (5 instead of 100 microseconds).
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.json': 'application/json', '.wasm': 'application/wasm',
};
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
const EMPTY = '<!doctype html><meta charset="utf-8"><title>bench</title>';

/** `folders`: first part of an address → folder. What is posted to `/keep/<name>` becomes a file in `kept`. */
export async function host(folders, kept) {
  fs.mkdirSync(kept, { recursive: true });
  const server = http.createServer(async (request, response) => {
    const [, first, ...rest] = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).split('/');
    const relative = rest.join('/');
    if (request.method === 'POST' && first === 'keep') {
      await pipeline(request, fs.createWriteStream(path.join(kept, path.basename(relative))));
      response.writeHead(204, ISOLATED).end();
      return;
    }
    if (first === '') {
      response.writeHead(200, { ...ISOLATED, 'content-type': TYPES['.html'] }).end(EMPTY);
      return;
    }
    const folder = folders[first];
    const file = folder && path.join(folder, path.normalize(`/${relative}`));
    if (!file || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.writeHead(404, ISOLATED).end();
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...ISOLATED, 'content-type': type, 'content-length': fs.statSync(file).size });
    await pipeline(fs.createReadStream(file), response).catch(() => response.destroy());
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
