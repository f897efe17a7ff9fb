// node click.mjs <folder of the static demonstration>
// From the release of the pointer that makes a click on a product's link until its page is painted, the processor
// slowed down four times; prints JSON, in milliseconds.
//
// The start is when the input happened, not when the page came to handle it. The end is after the frame in which the
// new heading stands: a message posted in that animation frame arrives when the frame has been painted.
import { argument, open, PRODUCT, productLinks } from './browser.mjs';
import { serve } from './static.mjs';

const host = await serve(argument(0, 'the folder of the static demonstration'));
const CLICKS = Number(process.env.CLICKS ?? 120);
const SLOWDOWN = 4;

/** Runs in the page: `hubClick` becomes the time from click to paint. */
function watch() {
  addEventListener('pointerup', (event) => {
    const clicked = event.timeStamp;
    const name = event.target.closest?.('a')?.textContent.trim();
    window.hubClick = undefined;
    // The heading, and not the address: a router may change that before or after the page.
    const observer = new MutationObserver(() => {
      if (!name || document.querySelector('main h1')?.textContent.trim() !== name) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { window.hubClick = performance.now() - clicked; };
        port2.postMessage(0);
      });
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  }, { capture: true });
}

const browser = await open();
const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-SG', viewport: { width: 412, height: 915 } });
const page = await context.newPage();
await page.addInitScript(watch);
await page.goto(`${host.address}en/products`);
const links = await productLinks(page);
const heading = await page.locator('main h1').first().textContent();
const session = await context.newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

const times = [];
for (let click = 0; click < CLICKS; click += 1) {
  const href = new URL(links[click % links.length]).pathname;
  const tail = href.split('/').slice(-2).join('/');
  const link = page.locator(`main a[href$="${tail}"]:not([aria-hidden])`).first();
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(100);
  await link.click();
  await page.waitForFunction(() => window.hubClick !== undefined, null, { timeout: 30_000 });
  times.push(await page.evaluate(() => window.hubClick));
  await page.waitForURL((url) => PRODUCT.test(url.pathname));
  await page.goBack();
  // A product's page has links to products too: the list is back when its heading is.
  await page.waitForFunction((text) => document.querySelector('main h1')?.textContent === text, heading);
}
await browser.close();
host.close();

times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)];
console.log(JSON.stringify({ clicks: times.length, p50: at(0.5), p95: at(0.95), worst: at(1) }));
