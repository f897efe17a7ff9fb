// A plain static host, as a newcomer's web server would be: files, gzip, 404.html. No knowledge of the hub.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Serves `folder` below `prefix` (`/` or `/some/path/`) on a free port of this machine. */
export function serve(folder, prefix = '/') {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const relative = asked.startsWith(prefix) ? asked.slice(prefix.length) : '..';
    let file = path.join(root, relative);
    let status = 200;
    if (!(file + path.sep).startsWith(root + path.sep)) file = path.join(root, 'absent');
    if (fs.existsSync(file) && fs.statSync(file).isDirectory()) file = path.join(file, 'index.html');
    if (!fs.existsSync(file)) {
      status = 404;
      file = path.join(root, '404.html');
    }
    if (!fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'cache-control': 'max-age=600', vary: 'accept-encoding' };
    let body = fs.readFileSync(file);
    if (!/^image\/(png|x-icon)/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      body = zlib.gzipSync(body);
      headers['content-encoding'] = 'gzip';
    }
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${server.address().port}${prefix}`;
      resolve({ address, close: () => server.close() });
    });
  });
}
