// A device for the outbox: a browser of its own that can be killed, a server that can be gone, and files that can be damaged.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';

/** What the server does with a request: as it should, or one of the things that go wrong. */
export type Mood = 'up' | 'gone' | 'loses its answers' | 'refuses' | 'signed out' | 'fails';

/** Takes each key once, and serves the built files of the outbox's worker with an empty page. */
export class OutboxServer {
  mood: Mood = 'up';
  /** By how many milliseconds the device's clock is wrong. */
  ahead = 0;
  /** Bodies in the order in which they took effect, by key. */
  readonly effects = new Map<string, string>();
  readonly accounts = new Set<string>();
  replays = 0;
  private constructor(private readonly server: Server, readonly address: string) {}

  static async serve(folder: string): Promise<OutboxServer> {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    // Without the demonstration's own hub, which would answer instead.
    const meta = (/<meta name="hub:outbox"[^>]*>/.exec(html)?.[0] ?? '').replace(/#[^"]*/, '');
    let self: OutboxServer;
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname;
      if (path === '/') {
        response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>${meta}`);
      } else if (path.startsWith('/v1/')) {
        let body = '';
        request.on('data', (part) => { body += part; });
        request.on('end', () => {
          const [status, code] = self.take(request.headers, body);
          if (!status) return void request.socket.destroy();
          const type = status < 300 ? 'application/json' : 'application/problem+json';
          response.writeHead(status, { 'content-type': type }).end(JSON.stringify({ code }));
        });
      } else if (/^\/(outbox|keeper)-[\w-]+\.(js|wasm)$/.test(path)) {
        const type = path.endsWith('.js') ? 'text/javascript' : 'application/wasm';
        const clock = `Date.now = ((now) => () => now() + ${self.ahead})(Date.now);\n`;
        const before = path.startsWith('/outbox-') && self.ahead ? clock : '';
        const body = Buffer.concat([Buffer.from(before), readFileSync(join(folder, path))]);
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
    self = new OutboxServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return self;
  }

  /** Status and code; no status where the connection breaks. */
  private take(headers: Record<string, unknown>, body: string): [number, string] {
    const key = String(headers['idempotency-key']);
    if (this.mood === 'gone') return [0, ''];
    if (this.mood === 'fails') return [503, 'busy'];
    if (this.mood === 'signed out') return [401, 'sign_in'];
    if (this.mood === 'refuses') return [422, 'not_so'];
    if (this.effects.has(key)) {
      this.replays += 1;
      return this.effects.get(key) === body ? [200, ''] : [422, 'other_body'];
    }
    this.effects.set(key, body);
    this.accounts.add(String(headers['hub-account']));
    return this.mood === 'loses its answers' ? [0, ''] : [201, ''];
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((done) => { this.server.close(done); });
  }
}

/** A browser with a profile that outlives it. */
export class Device {
  readonly profile = mkdtempSync(join(tmpdir(), 'hub-outbox-'));

  private process?: ChildProcess;
  private browser?: Browser;

  async open(address: string): Promise<Page> {
    this.process = spawn(process.env.CHROMIUM ?? 'chromium', [
      '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--remote-debugging-port=0', `--user-data-dir=${this.profile}`,
      'about:blank',
    ], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    const endpoint = await new Promise<string>((done, failed) => {
      let said = '';
      this.process!.stderr!.on('data', (part) => {
        said += part;
        const found = /ws:\/\/\S+/.exec(said);
        if (found) done(found[0]);
      });
      this.process!.on('exit', () => failed(new Error(said)));
    });
    this.browser = await chromium.connectOverCDP(endpoint);
    const context = this.browser.contexts()[0];
    const page = context.pages()[0] ?? await context.newPage();
    await page.goto(address);
    return page;
  }

  /** SIGKILL to all of its processes, as a phone does it. */
  async kill() {
    const { process: child } = this;
    if (!child?.pid) return;
    const gone = new Promise((done) => { child.on('exit', done); });
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await this.browser?.close().catch(() => {});
    this.process = undefined;
  }

  /** The files of one of the two places. */
  files(place: 'IndexedDB' | 'File System'): string[] {
    const all: string[] = [];
    const walk = (folder: string) => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) walk(path);
        else if (statSync(path).size > 0 && entry.name !== 'LOCK') all.push(path);
      }
    };
    walk(join(this.profile, 'Default', place));
    return all.sort();
  }

  flip(file: string, at: number) {
    const bytes = readFileSync(file);
    bytes[Math.floor(at * bytes.length)] ^= 1 << Math.floor(at * 8);
    writeFileSync(file, bytes);
  }

  async remove() {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

type Message = [string, ...unknown[]];

/** The outbox of a page: says things to its worker, and waits for what it says. */
export class Outbox {
  readonly heard: Message[] = [];
  /** Ids that were kept in both places, told to this process before anything else happened. */
  readonly safe = new Set<string>();
  private constructor(readonly page: Page) {}

  static async start(page: Page, account: string, mark: number | null = null): Promise<Outbox> {
    const outbox = new Outbox(page);
    await page.exposeFunction('told', (message: Message) => {
      outbox.heard.push(message);
      if (message[0] === 'kept' && message[2] === 2) outbox.safe.add(String(message[1]));
    });
    await page.evaluate(() => {
      const name = document.querySelector<HTMLMetaElement>('meta[name="hub:outbox"]')!.content;
      const worker = new Worker(name);
      worker.onmessage = (event) => (window as never as { told: (message: unknown) => void }).told(event.data);
      worker.onerror = (event) => (window as never as { told: (message: unknown) => void }).told(['died', event.message]);
      Object.assign(window, { worker });
    });
    await outbox.say(['start', mark], ['account', account]);
    return outbox;
  }

  async say(...messages: unknown[][]) {
    await this.page.evaluate((all) => {
      const { worker } = window as never as { worker: Worker };
      for (const message of all) worker.postMessage(message);
    }, messages);
  }

  /** Presses Send; the body says which it is. */
  async send(name: string, conversation: string, form: string | null = null, text: string | null = null) {
    await this.say(['submit', name, conversation, 'PUT', `v1/things/${name}`, JSON.stringify({ name }), null, form, text]);
  }

  last(kind: string): Message | undefined {
    return this.heard.filter((message) => message[0] === kind).pop();
  }

  /** The id of what was sent under this name. */
  id(name: string): string {
    return String(this.heard.find((message) => message[0] === 'submitted' && message[1] === name)?.[2]);
  }

  /** Bodies of all that is not sent. */
  async unsent(): Promise<string[]> {
    const before = this.heard.length;
    await this.say(['export']);
    for (;;) {
      const said = this.heard.slice(before).find((message) => message[0] === 'export');
      if (said) return JSON.parse(String(said[1])).map((item: { body: string }) => JSON.parse(item.body).name);
      await new Promise((done) => { setTimeout(done, 10); });
    }
  }
}
