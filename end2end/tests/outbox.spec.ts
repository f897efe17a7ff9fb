// The outbox in a real browser: refused, out of room, in two tabs, signed out, with clocks that are wrong by years.
// outbox_faults.spec.ts kills it.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Device, Outbox, OutboxServer } from './outbox_device';

const FOLDER = process.env.HUB_DEMO ?? join(import.meta.dirname, '../../dist');

// One engine, one size of window: there is nothing to see here.
test.skip(({ isMobile }) => Boolean(isMobile));

let server: OutboxServer;
let device: Device;
test.beforeEach(async () => {
  server = await OutboxServer.serve(FOLDER);
  device = new Device();
});
test.afterEach(async () => {
  // Where the tests are left out there is neither.
  await device?.remove();
  await server?.stop();
});

test('a refusal waits for the person and blocks its own conversation only', async () => {
  server.mood = 'refuses';
  const outbox = await Outbox.start(await device.open(server.address), 'ann');
  await outbox.send('first', 'rfq', 'rfq/new', 'as typed');
  await expect.poll(() => outbox.last('status')?.[5]).toHaveLength(1);
  const [refused] = outbox.last('status')![5] as unknown[][];
  expect(refused.slice(1)).toEqual(['rfq', 'rfq/new', 422, 'not_so']);
  await outbox.say(['draft', 'rfq/new']);
  await expect.poll(() => outbox.last('draft')).toEqual(['draft', 'rfq/new', 'as typed']);
  server.mood = 'up';
  await outbox.send('second', 'rfq');
  await outbox.send('other', 'chat');
  await expect.poll(() => [...server.effects.values()]).toEqual(['{"name":"other"}']);
  await outbox.say(['replace', refused[0], 'PUT', 'v1/things/first', '{"name":"mended"}']);
  await expect.poll(() => [...server.effects.values()].slice(1)).toEqual(['{"name":"mended"}', '{"name":"second"}']);
});

test('an ended session pauses, and nobody sends what another has written', async () => {
  server.mood = 'signed out';
  const outbox = await Outbox.start(await device.open(server.address), 'ann');
  await outbox.send('of ann', 'a');
  await expect.poll(() => outbox.last('status')?.[3]).toBe(true);
  server.mood = 'up';
  await outbox.say(['account', 'ben']);
  await outbox.send('of ben', 'a');
  await expect.poll(() => [...server.effects.values()]).toEqual(['{"name":"of ben"}']);
  expect(outbox.last('status')![4], 'of others').toBe(1);
  await outbox.say(['leave', 'keep']);
  await expect.poll(() => outbox.last('sign-out')).toBeTruthy();
  await outbox.say(['account', 'ann']);
  await expect.poll(() => [...server.effects.values()]).toEqual(['{"name":"of ben"}', '{"name":"of ann"}']);
  expect([...server.accounts]).toEqual(['ben', 'ann']);
});

test('a clock that is wrong by years delays nothing and orders nothing', async () => {
  test.setTimeout(120_000);
  const YEARS = 20 * 365 * 86_400_000;
  server.mood = 'gone';
  server.ahead = YEARS;
  const late = await Outbox.start(await device.open(server.address), 'ann');
  await late.send('first', 'a');
  await expect.poll(() => late.safe.has(late.id('first'))).toBe(true);
  await device.kill();
  server.ahead = -YEARS;
  const early = await Outbox.start(await device.open(server.address), 'ann', 1);
  await early.send('second', 'a');
  await expect.poll(() => early.safe.has(early.id('second'))).toBe(true);
  await early.say(['export']);
  await expect.poll(() => early.last('export')).toBeTruthy();
  const written = JSON.parse(String(early.last('export')![1])).map((item: { written_at: number }) => item.written_at);
  expect(written[0] - written[1], 'the clocks were as wrong as they should be').toBeGreaterThan(YEARS);
  server.mood = 'up';
  // Nobody tells it that the network is back: the next try comes by itself, half a minute later at most.
  await expect.poll(() => [...server.effects.values()], { timeout: 60_000 }).toEqual(['{"name":"first"}', '{"name":"second"}']);
});

test('who signs out says what becomes of what is not sent', async () => {
  server.mood = 'gone';
  const outbox = await Outbox.start(await device.open(server.address), 'ann');
  await outbox.send('to be sent', 'a');
  await expect.poll(() => outbox.safe.size).toBe(1);
  await outbox.say(['leave', 'send'], ['export']);
  await expect.poll(() => outbox.last('export')).toBeTruthy();
  expect(outbox.last('sign-out'), 'not before it is sent').toBeUndefined();
  server.mood = 'up';
  await outbox.say(['online']);
  await expect.poll(() => outbox.last('sign-out'), { timeout: 20_000 }).toBeTruthy();
  expect([...server.effects.values()]).toEqual(['{"name":"to be sent"}']);
  server.mood = 'gone';
  await outbox.send('to be forgotten', 'a');
  await outbox.say(['leave', 'discard']);
  await expect.poll(() => outbox.heard.filter((message) => message[0] === 'sign-out')).toHaveLength(2);
  expect(await outbox.unsent()).toEqual([]);
});

test('two tabs write, one sends, and each item arrives once', async () => {
  const first = await Outbox.start(await device.open(server.address), 'ann');
  const other = await first.page.context().newPage();
  await other.goto(server.address);
  const second = await Outbox.start(other, 'ann');
  for (let i = 0; i < 10; i += 1) {
    await first.send(`a${i}`, 'a');
    await second.send(`b${i}`, 'b');
  }
  await expect.poll(() => server.effects.size, { timeout: 40_000 }).toBe(20);
  for (const outbox of [first, second]) await expect.poll(() => outbox.last('status')?.[1], { timeout: 40_000 }).toBe(0);
  const arrived = [...server.effects.values()].map((body) => JSON.parse(body).name as string);
  for (const tab of ['a', 'b']) {
    expect(arrived.filter((name) => name.startsWith(tab))).toEqual([...Array(10).keys()].map((i) => `${tab}${i}`));
  }
});

test('no room is told, and what was not kept is kept when there is room', async () => {
  server.mood = 'gone';
  const page = await device.open(server.address);
  const outbox = await Outbox.start(page, 'ann');
  await expect.poll(() => outbox.last('found')).toBeTruthy();
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(server.address).origin;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await outbox.send('much', 'a');
  await expect.poll(() => outbox.last('kept')?.[2], { timeout: 20_000 }).not.toBe(2);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await expect.poll(() => outbox.safe.has(outbox.id('much')), { timeout: 40_000 }).toBe(true);
  expect(outbox.last('status')![2], 'unsaved').toBe(0);
});
