// The outbox in a real browser: killed, damaged, out of room, in two tabs, signed out. Nothing that it said was kept is lost.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Device, Outbox, OutboxServer } from './outbox_device';

const FOLDER = process.env.HUB_DEMO ?? join(import.meta.dirname, '../../dist');
/** Times that the browser is killed, and that a file is damaged. `cargo hub torture browser` asks for more. */
const KILLS = Number(process.env.OUTBOX_KILLS ?? 6);

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

/** All of these are still to be sent. Returns what the start has found. */
async function hasAll(outbox: Outbox, safe: Set<string>, when: string): Promise<string> {
  await expect.poll(() => outbox.last('found'), { timeout: 20_000 }).toBeTruthy();
  const unsent = new Set(await outbox.unsent());
  const finding = String(outbox.last('found')![1]);
  expect([...safe].filter((name) => !unsent.has(name)), `lost ${when}: ${finding}`).toEqual([]);
  return finding;
}

test('what was kept survives kills and damage in every file, and arrives once', async () => {
  test.setTimeout(60_000 + KILLS * 10_000);
  server.mood = 'gone';
  const safe = new Set<string>();
  const found: Record<string, number> = {};
  const touched = new Set<string>();
  let number = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const outbox = await Outbox.start(await device.open(server.address), 'ann', kill || null);
    await hasAll(outbox, safe, `after kill ${kill}`);
    const names: string[] = [];
    const sending = (async () => {
      for (let i = 0; i < 12; i += 1) {
        names.push(`item-${number}`);
        await outbox.send(`item-${number}`, `talk-${number % 3}`);
        number += 1;
      }
    })().catch(() => {});
    await new Promise((done) => { setTimeout(done, 40 + Math.random() * 400); });
    await device.kill();
    await sending;
    for (const name of names) if (outbox.safe.has(outbox.id(name))) safe.add(name);
    // One file of one place, each in turn, in a copy: damage may lie there unseen until the next one strikes.
    const damaged = device.copy();
    const files = damaged.files(kill % 2 ? 'IndexedDB' : 'File System');
    const file = files[(kill >> 1) % files.length];
    damaged.flip(file, Math.random());
    touched.add(file.slice(damaged.profile.length).replace(/\d+/g, '0'));
    const after = await Outbox.start(await damaged.open(server.address), 'ann', kill + 1);
    const finding = await hasAll(after, safe, `after a flip in ${file}`);
    found[finding] = (found[finding] ?? 0) + 1;
    await damaged.remove();
  }
  server.mood = 'loses its answers';
  const outbox = await Outbox.start(await device.open(server.address), 'ann', KILLS);
  await expect.poll(() => server.effects.size).toBeGreaterThan(0);
  server.mood = 'up';
  await expect.poll(() => outbox.last('status')?.[1], { timeout: 60_000 }).toBe(0);
  const arrived = [...server.effects.values()].map((body) => JSON.parse(body).name as string);
  expect(new Set(arrived).size, 'once each').toBe(arrived.length);
  expect([...safe].filter((name) => !arrived.includes(name))).toEqual([]);
  for (const talk of [0, 1, 2]) {
    const order = arrived.map((name) => Number(name.slice(5))).filter((item) => item % 3 === talk);
    expect(order, 'in order').toEqual(order.toSorted((a, b) => a - b));
  }
  console.log(`${KILLS} kills, ${KILLS} flips in ${touched.size} kinds of files, ${safe.size} kept, ${arrived.length} arrived`, found);
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
