// node engine.mjs <folder of the static demonstration>
// How soon the search engine answers a reader on a phone: from the focus of the search box to its first answer, and from
// a keystroke to its answer once it is there; prints JSON, in milliseconds and bytes.
//
// The page's processor is slowed down four times; the line carries 1.6 Mbit/s after 150 ms of latency, for the page and
// for the worker alike, since the host slows down and not the browser. The worker's processor is not slowed down: the
// browser has no means for that.
import { argument, open } from './browser.mjs';
import { serve } from './slow.mjs';

const folder = argument(0, 'the folder of the static demonstration');
const RUNS = Number(process.env.RUNS ?? 5);
const LINE = { latency: 150, bytesPerSecond: 1_600_000 / 8 };

/** Runs in the page: notes when the box was focused, when each keystroke came, and when the offers were painted. */
function watch() {
  window.hub = { focused: 0, typed: 0, answered: 0 };
  const painted = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.hub.answered ||= performance.now(); };
    port2.postMessage(0);
  });
  addEventListener('focusin', (event) => {
    if (event.target.id === 'search') window.hub.focused ||= performance.now();
  });
  addEventListener('input', (event) => {
    window.hub.typed = event.timeStamp;
    window.hub.answered = 0;
    window.hub.text = event.target.value;
  }, { capture: true });
  new MutationObserver(() => {
    if (window.hub.typed && !window.hub.answered && document.querySelector('#offers [role=option]')) painted();
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const host = await serve(folder, LINE);
const browser = await open();
const first = [];
const keys = [];
let fetched = {};
for (let run = 0; run < RUNS; run += 1) {
  const context = await browser.newContext({
    serviceWorkers: 'block', locale: 'en-SG', viewport: { width: 412, height: 915 },
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${host.address}en/`);
  await page.waitForFunction(() => !document.querySelector('#shell'));
  await page.waitForLoadState('networkidle');
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  host.sent.clear();
  await page.locator('#search').focus();
  await page.keyboard.type('hex', { delay: 120 });
  await page.waitForFunction(() => window.hub.answered, null, { timeout: 60_000 });
  first.push(await page.evaluate(() => window.hub.answered - window.hub.focused));
  await page.waitForLoadState('networkidle');
  for (const key of ' bolt m12') {
    await page.waitForTimeout(150);
    await page.keyboard.type(key);
    await page.waitForFunction(() => window.hub.answered, null, { timeout: 20_000 }).catch(() => {});
    const took = await page.evaluate(() => window.hub.answered && window.hub.answered - window.hub.typed);
    if (took) keys.push(took);
  }
  fetched = Object.fromEntries(host.sent);
  await context.close();
}
await browser.close();
host.close();
console.log(JSON.stringify({ runs: RUNS, first: middle(first), worst: Math.max(...first), key: middle(keys), fetched }));
