// A host of static files as cheap as they come: files and folders below one path, nothing else, no page for addresses that
// are no file.
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8',
};

export class StaticHost {
  /** `missing`: addresses that were asked for and are no file. */
  private constructor(private readonly server: Server, readonly address: string, readonly missing: string[]) {}

  /** Serves `folder` below `path`, such as `/deep/er/`; without a port, at a free one. */
  static async serve(folder: string, path: string, port = 0): Promise<StaticHost> {
    const missing: string[] = [];
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://host');
      const asked = decodeURIComponent(url.pathname);
      const within = asked.startsWith(path) ? normalize(asked.slice(path.length)) : '..';
      const file = join(folder, within);
      const kind = within.startsWith('..') ? undefined : statSync(file, { throwIfNoEntry: false });
      if (kind?.isDirectory() && !asked.endsWith('/')) {
        response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
        return;
      }
      const name = kind?.isDirectory() ? join(file, 'index.html') : file;
      if (!kind || !statSync(name, { throwIfNoEntry: false })?.isFile()) {
        // A browser asks every host for this one, whatever the page says.
        if (asked !== '/favicon.ico') missing.push(asked);
        response.writeHead(404, { 'content-type': 'text/plain' }).end('no such file');
        return;
      }
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' });
      createReadStream(name).pipe(response);
    });
    await new Promise<void>((done) => { server.listen(port, '127.0.0.1', done); });
    const at = (server.address() as AddressInfo).port;
    return new StaticHost(server, `http://127.0.0.1:${at}${path}`, missing);
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((done) => { this.server.close(done); });
  }
}
