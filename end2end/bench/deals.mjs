// node deals.mjs <address of a hub that serves, with its slash>
// Twenty quotations of fifty lines each beside each other, and taps on the screens from need to order, on a phone's screen
// with the processor slowed down four times; prints JSON, in milliseconds.
//
// The comparison: from the release of the tap that asks for another currency until the table stands in it and its frame
// is painted; and from the tap on the request in the list, with all that the hub is asked for it. A tap: the duration of
// the event as the browser's Event Timing has it, from the input to the next paint, in steps of 8 ms. A pasted list of five
// hundred lines: in the engine's worker, from the question to its answer, and until all lines can be added; not slowed down,
// since the slowdown is of the page's thread alone.
import { argument, open } from './browser.mjs';

const address = argument(0, 'the address of a hub');
const SLOWDOWN = 4;
const PASTED = 500;
const [SUPPLIERS, LINES, ROUNDS] = [20, 50, Number(process.env.ROUNDS ?? 30)];

/** Runs in the page: makes everything there is to compare, by the hub's own API. */
async function furnish([suppliers, lines]) {
  const id = () => {
    const [random, time] = [crypto.randomUUID(), Date.now().toString(16).padStart(12, '0')];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
  };
  const ask = async (method, path, body, known) => {
    const headers = { 'hub-client': 'bench', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    if (known) headers['if-match'] = `"${known}"`;
    const answer = await fetch(new URL(path, document.baseURI), { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  const PASSWORD = 'correct horse battery';
  const person = async () => {
    const email = `${crypto.randomUUID()}@bolt.example`;
    await ask('POST', 'v1/sign-up', { email, name: 'Wei', password: PASSWORD });
    await ask('POST', 'v1/sign-in', { email, password: PASSWORD });
    return email;
  };
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const sellers = [];
  for (let at = 0; at < suppliers; at += 1) {
    const [email, company] = [await person(), id()];
    const code = `bench-${company.slice(-12)}`;
    const name = { en: `Supplier ${at + 1}`, zh: `供应商 ${at + 1}` };
    await ask('PUT', `v1/companies/${company}`, { kind: 'supplier', registration: { scheme: 'uen', number: '202630832C' }, name, about: { en: '', zh: '' } });
    const cells = {
      code, name_en: name.en, name_zh: name.zh, legal_name: name.en, summary_en: 'Bolts', summary_zh: '螺栓', address: '1 Tuas Road, Singapore',
      founded: '1999', employees: '20', payment_terms_en: '30 days', payment_terms_zh: '三十天',
    };
    await ask('PUT', `v1/companies/${company}/drafts/${company}`, { kind: 'profile', content: { cells } });
    await ask('PUT', `v1/companies/${company}/listings/${company}`, { draft: 1 });
    sellers.push({ email, company, code, quotation: id() });
  }
  const [buyer, own, request] = [await person(), id(), id()];
  await ask('PUT', `v1/companies/${own}`, { kind: 'buyer', registration: { scheme: 'uscc', number: '91350100M000100Y43' }, name: { en: 'Huaxin', zh: '华芯' }, about: { en: '', zh: '' } });
  const goods = Array.from({ length: lines }, (_, at) => ({
    id: id(), words: { en: `Hex bolt M${4 + at} × ${20 + at}, 8.8, zinc plated`, zh: `外六角螺栓 M${4 + at}×${20 + at} 8.8级 镀锌` }, quantity: '5000', unit: 'C62', target: '0.42',
  }));
  const asked = sellers.map(({ quotation, code }) => ({ quotation, code }));
  await ask('PUT', `v1/companies/${own}/requests/${request}`, { terms: { lines: goods, currency: 'SGD', incoterm: 'CIF', destination: 'CNYTN', valid_until: day }, asked });
  for (const [at, { email, company, quotation }] of sellers.entries()) {
    await ask('POST', 'v1/sign-in', { email, password: PASSWORD });
    const offered = goods.map((line, number) => ({
      line: line.id, price: `0.${3000 + ((at * 37 + number * 91) % 900)}`, quantity: '5000', lead_time_days: 7 + ((at + number) % 30),
    }));
    const bid = { lines: offered, currency: ['SGD', 'CNY', 'USD'][at % 3], incoterm: 'CIF', place: 'Yantian', payment: '30 days', valid_until: day };
    await ask('POST', `v1/companies/${company}/quotations/${quotation}/offers`, bid, 1);
  }
  await ask('POST', 'v1/sign-in', { email: buyer, password: PASSWORD });
  return { company: own, request, quotation: sellers[0].quotation };
}

/** Runs in the page before its scripts: how long each worker took for its last question. */
function timeWorkers() {
  const post = Worker.prototype.postMessage;
  window.hubAsked = [];
  Worker.prototype.postMessage = function (...what) {
    const asked = performance.now();
    this.addEventListener('message', () => window.hubAsked.push(performance.now() - asked), { once: true });
    return post.apply(this, what);
  };
}

/** Lines as buyers write them: two languages, slips of the hand, part numbers, quantities anywhere. */
function lines(count) {
  const kinds = [
    (m, l) => `Hex bolt M${m} x ${l} A2-70`, (m, l) => `外六角螺栓 M${m}×${l} 8.8级`, (m) => `hex nut M${m} DIN 934 zinc`, (m) => `平垫圈 M${m} 不锈钢`,
    (m, l) => `HS17-88Z-${m}x${l}`, (m, l) => `socket hed cap screw M${m}*${l}`, (m) => `nitrile gloves size ${m}`, (m, l) => `ball valve DN${l} brass`,
    (m, l) => `扎带 ${m}×${l}毫米`, () => 'safety helmet, white, EN 397',
  ];
  return Array.from({ length: count }, (_, at) => {
    const size = [6, 8, 10, 12, 16][at % 5];
    const length = [20, 30, 40, 60][Math.floor(at / 5) % 4];
    return `${kinds[at % kinds.length](size, length)}\t${100 * (1 + (at % 50))}`;
  }).join('\n');
}

/** Runs in the page: `hubPainted` becomes the time of the paint after something that `hubAwaits` says has come. */
function watch() {
  window.hubTaps = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const what = entry.target?.closest?.('a, button, input, select, textarea, summary')?.textContent.trim().slice(0, 40);
      if (entry.interactionId) window.hubTaps.push({ id: entry.interactionId, duration: entry.duration, what });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  addEventListener('pointerup', (event) => { window.hubTapped = event.timeStamp; }, { capture: true });
  addEventListener('change', (event) => { window.hubTapped = event.timeStamp; }, { capture: true });
  window.hubFollow = (selector, text) => {
    window.hubPainted = undefined;
    const there = () => {
      const found = document.querySelector(selector);
      return found && (!text || found.textContent.includes(text));
    };
    const observer = new MutationObserver(() => {
      if (!there()) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { window.hubPainted = performance.now() - window.hubTapped; };
        port2.postMessage(0);
      });
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  };
}

const browser = await open();
const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-SG', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
const page = await context.newPage();
await page.addInitScript(watch);
await page.addInitScript(timeWorkers);
await page.goto(`${address}en/about`);
const made = await page.evaluate(furnish, [SUPPLIERS, LINES]);
const session = await context.newCDPSession(page);
const base = `${address}en/office/company/${made.company}`;
const painted = async () => {
  await page.waitForFunction(() => window.hubPainted !== undefined, null, { timeout: 60_000 });
  return page.evaluate(() => window.hubPainted);
};

await page.goto(`${base}/requests`);
await page.locator('.deal-card a').first().waitFor({ timeout: 60_000 });
await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
const [opened, switched, taps] = [[], [], []];
/** What was tapped since, one duration a tap: the longest of its events. */
const collect = async () => {
  const seen = await page.evaluate(() => window.hubTaps.splice(0));
  const byTap = new Map();
  for (const tap of seen) if (!(byTap.get(tap.id)?.duration >= tap.duration)) byTap.set(tap.id, tap);
  const longest = [...byTap.values()].sort((a, b) => b.duration - a.duration);
  taps.push(...longest.map(({ duration }) => duration));
  return longest;
};
for (let round = 0; round < Math.ceil(ROUNDS / 3); round += 1) {
  await page.evaluate(() => window.hubFollow('.deal-compare', ''));
  await page.locator('.deal-card a').first().tap();
  opened.push(await painted());
  await page.waitForTimeout(300);
  await collect();
  await page.goBack();
  await page.locator('.deal-card a').first().waitFor();
}
await page.locator('.deal-card a').first().tap();
const select = page.locator('.deal-tools select, .deal-compare select, main select').first();
await select.waitFor();
for (let round = 0; round < ROUNDS; round += 1) {
  const next = ['CNY', 'USD', 'SGD'][round % 3];
  await page.evaluate((sign) => window.hubFollow('.deal-compare', sign), { CNY: '¥', USD: 'US$', SGD: 'S$' }[next]);
  await select.selectOption(next);
  switched.push(await painted());
  // Nobody asks for another one before the first is read.
  await page.waitForTimeout(1_000);
}

/** Taps all that opens, folds or marks something, and types a little, on each screen. */
const screens = [
  `${address}en/office/`, `${base}/requests`, `${base}/requests/${made.request}`, `${base}/quotations/${made.quotation}`, `${base}/orders`, `${base}/approvals`, `${base}/settings`,
  base, `${address}en/office/request?need=Hex%20bolt%20M8`,
];
/** The slowest three of each, and what was tapped. */
const slowest = {};
for (const screen of screens) {
  await page.goto(screen);
  await page.locator('main h1').first().waitFor();
  await page.waitForTimeout(2_000);
  const fields = page.locator('main input[type=text]:visible, main textarea:visible, main summary:visible');
  for (let at = 0; at < Math.min(await fields.count(), 8); at += 1) {
    const field = fields.nth(at);
    await field.scrollIntoViewIfNeeded();
    await field.tap();
    await page.keyboard.type('12');
    await page.waitForTimeout(200);
  }
  const buttons = page.locator('main button:visible:not([type=submit])');
  for (let at = 0; at < Math.min(await buttons.count(), 4); at += 1) {
    const button = buttons.nth(at);
    if (/print|csv/i.test(await button.textContent())) continue;
    await button.scrollIntoViewIfNeeded();
    await button.tap();
    await page.waitForTimeout(200);
  }
  // From tab to tab, as the thumb goes.
  const tabs = page.locator('nav.tabs a');
  for (let at = 0; at < await tabs.count(); at += 1) {
    await tabs.nth(at).tap();
    await page.waitForTimeout(600);
  }
  const slow = (await collect()).slice(0, 3).map(({ duration, what }) => `${duration} ${what ?? ''}`.trim());
  slowest[screen.slice(address.length).replace(/[0-9a-f-]{36}/g, '…')] = slow;
}

await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
const [inWorker, untilAdded] = [[], []];
for (let round = 0; round < 5; round += 1) {
  await page.goto(`${address}en/office/request`);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  // The engine has the whole catalogue once it has answered.
  const list = page.locator('#deal-pasted');
  await list.fill(`Hex bolt M8 x 40\t${round + 1}`);
  await page.getByRole('button', { name: 'Add 1 line' }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(3_000);
  await page.evaluate(() => { window.hubAsked = []; });
  const begun = Date.now();
  await list.fill(lines(PASTED));
  await page.getByRole('button', { name: `Add ${PASTED} lines` }).waitFor({ timeout: 60_000 });
  untilAdded.push(Date.now() - begun);
  inWorker.push(Math.max(...await page.evaluate(() => window.hubAsked)));
  await page.getByRole('button', { name: 'Discard the list' }).click();
  await page.waitForTimeout(1_000);
}
await browser.close();

const figures = (times) => {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)];
  return { count: times.length, p50: at(0.5), p95: at(0.95), worst: at(1) };
};
console.log(JSON.stringify({ opened: figures(opened), switched: figures(switched), taps: figures(taps), slowest, listInWorker: figures(inWorker), listUntilAdded: figures(untilAdded) }));
