// A static host at the end of a slow line: files with gzip, after a latency, all answers sharing one bandwidth.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
/** Milliseconds between two pieces of an answer. */
const BEAT = 20;

/** Serves `folder` on a free port; `sent` says what went over the line since it was cleared, in bytes by file. */
export function serve(folder, { latency, bytesPerSecond }) {
  const root = path.resolve(folder);
  const kept = new Map();
  const sent = new Map();
  const open = new Set();
  const beat = setInterval(() => {
    const allowance = (bytesPerSecond * BEAT) / 1000;
    for (const answer of open) {
      const share = Math.ceil(allowance / open.size);
      answer.response.write(answer.body.subarray(answer.at, answer.at + share));
      answer.at += share;
      if (answer.at >= answer.body.length) {
        answer.response.end();
        open.delete(answer);
      }
    }
  }, BEAT);
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1);
    if (name === '' || name.endsWith('/')) name += 'index.html';
    const file = path.join(root, name);
    if (!file.startsWith(root + path.sep) || !fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    if (!kept.has(file)) kept.set(file, zlib.gzipSync(fs.readFileSync(file), { level: 9 }));
    const body = kept.get(file);
    sent.set(name, body.length);
    setTimeout(() => {
      response.writeHead(200, {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
        'content-length': body.length,
        'cache-control': 'max-age=600',
      });
      open.add({ response, body, at: 0 });
    }, latency);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${server.address().port}/`;
      const close = () => {
        clearInterval(beat);
        server.closeAllConnections();
        server.close();
      };
      resolve({ address, sent, close });
    });
  });
}
