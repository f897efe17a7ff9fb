// node weights.mjs <address of the hub>
// What the first load of home weighs, and what a product page adds; prints JSON, in bytes.
// Every body is compressed here, gzip 9 and brotli 11, so that the figure does not depend on the server.
import zlib from 'node:zlib';
import { argument, open, PRODUCT, productLinks } from './browser.mjs';

const base = argument(0, 'the address of the hub');

const KINDS = [
  ['code', /html|css|javascript|wasm/],
  ['picture', /^image\/|^font\//],
];

function weigh(bodies) {
  const sum = {};
  for (const { type, bytes } of bodies) {
    const kind = KINDS.find(([, pattern]) => pattern.test(type))?.[0] ?? 'data';
    const row = (sum[kind] ??= { requests: 0, plain: 0, gzip: 0, brotli: 0 });
    row.requests += 1;
    row.plain += bytes.length;
    row.gzip += zlib.gzipSync(bytes, { level: 9 }).length;
    row.brotli += zlib.brotliCompressSync(bytes, {
      params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }).length;
  }
  return sum;
}

const browser = await open();
// The service worker would fetch everything ahead; a first visit is what is measured.
const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-SG' });
const page = await context.newPage();
let pending = [];
page.on('response', (response) => {
  if (!response.url().startsWith(base) || response.request().resourceType() === 'manifest') return;
  const type = response.headers()['content-type'] ?? '';
  const body = response.body().then((bytes) => ({ url: response.url(), type, bytes }), () => null);
  pending.push(body);
});

/** The bodies that arrived since the last call; the same address counts once. */
async function take() {
  await page.waitForLoadState('networkidle');
  const bodies = (await Promise.all(pending)).filter((body) => body && body.bytes.length);
  pending = [];
  return [...new Map(bodies.map((body) => [body.url, body])).values()];
}

await page.goto(base);
await page.locator('main h1').first().waitFor({ timeout: 60_000 });
await page.waitForFunction(() => !document.querySelector('#shell'), null, { timeout: 60_000 });
const home = await take();
const links = await productLinks(page);
if (!links.length) throw new Error('home shows no product');
const before = new Set(home.map((body) => body.url));
await page.locator(`a[href$="${new URL(links[0]).pathname.split('/').slice(-2).join('/')}"]`).first().click();
await page.waitForURL((url) => PRODUCT.test(url.pathname));
await page.locator('main h1').first().waitFor();
const product = (await take()).filter((body) => !before.has(body.url));
await browser.close();

console.log(JSON.stringify({ home: weigh(home), product: weigh(product) }));
