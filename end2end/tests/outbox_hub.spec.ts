// The outbox with the hub's own server: drafts written offline arrive once, and in their writer's name only.
import { expect, test as journeys } from './hub';
import { Outbox } from './outbox_device';
import { ask, draft, signIn, signUp } from './people';

// Requests fail on purpose here.
const test = journeys.extend<{ clean: void }>({ clean: [async ({}, use) => { await use(); }, { auto: true }] });

// One engine, one size of window: there is nothing to see here.
test.skip(({ isMobile }) => Boolean(isMobile));

/** Presses Save on a product with this name. */
async function save(outbox: Outbox, path: string, name: string, known: number | null) {
  const body = JSON.stringify({ kind: 'product', content: { name } });
  await outbox.say(['submit', name, path, 'PUT', path, body, known, path, name]);
}

test.beforeEach(async ({ page }) => {
  await page.goto('en/');
});

test('drafts written offline arrive once, in order, at the version they were written for', async ({ page, context }) => {
  const { account } = await signUp(page);
  const path = await draft(page);
  const outbox = await Outbox.start(page, account);
  await expect.poll(() => outbox.last('found')).toBeTruthy();
  await context.setOffline(true);
  await save(outbox, path, 'M8', null);
  await save(outbox, path, 'M10', 1);
  await expect.poll(() => outbox.safe.has(outbox.id('M10'))).toBe(true);
  expect(outbox.last('status')![1], 'waiting').toBe(2);
  await context.setOffline(false);
  await outbox.say(['online']);
  await expect.poll(() => outbox.last('status')![1], { timeout: 30_000 }).toBe(0);
  const kept = await ask(page, 'GET', path);
  expect([kept.body.version, kept.body.content]).toEqual([2, { name: 'M10' }]);
});

test('a version that another has changed needs attention, with the draft as typed', async ({ page }) => {
  const { account } = await signUp(page);
  const path = await draft(page);
  const outbox = await Outbox.start(page, account);
  await save(outbox, path, 'M8', null);
  await expect.poll(async () => (await ask(page, 'GET', path)).body.version).toBe(1);
  const other = { kind: 'product', content: { name: 'by another' } };
  await ask(page, 'PUT', path, other, { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' });
  await save(outbox, path, 'M12', 1);
  await expect.poll(() => outbox.last('status')![5]).toHaveLength(1);
  const [refused] = outbox.last('status')![5] as unknown[][];
  expect(refused.slice(1)).toEqual([path, path, 412, 'changed']);
  await outbox.say(['draft', path]);
  await expect.poll(() => outbox.last('draft')).toEqual(['draft', path, 'M12']);
  // Having looked at the other's version, the person saves theirs.
  await outbox.say(['replace', refused[0], 'PUT', path, JSON.stringify({ kind: 'product', content: { name: 'M12' } }), 2]);
  await expect.poll(async () => (await ask(page, 'GET', path)).body.content).toEqual({ name: 'M12' });
  await expect.poll(() => outbox.last('status')!.slice(1, 6)).toEqual([0, 0, false, 0, []]);
});

test('an ended session pauses, and another account in the same browser sends nothing of the first', async ({ page }) => {
  const wei = await signUp(page);
  const path = await draft(page);
  const outbox = await Outbox.start(page, wei.account);
  await ask(page, 'POST', 'v1/sign-out');
  await save(outbox, path, 'M8', null);
  await expect.poll(() => outbox.last('status')?.[3], 'needs a sign-in').toBe(true);
  // Another tab signs in as somebody else: this one does not know, and still sends in the first one's name.
  await signUp(page);
  await outbox.say(['account', wei.account]);
  await expect.poll(() => outbox.last('status')?.[3]).toBe(true);
  expect(outbox.last('status')![5], 'nothing was refused').toEqual([]);
  await signIn(page, wei.email);
  expect((await ask(page, 'GET', path)).status).toBe(404);
  await outbox.say(['account', wei.account]);
  await expect.poll(async () => (await ask(page, 'GET', path)).body.content, { timeout: 30_000 }).toEqual({ name: 'M8' });
});

test('no page but the office fetches the outbox, unless something is unsent', async ({ page, context }) => {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (/\/(outbox|keeper)-[\w-]+\.(js|wasm)$/.test(request.url())) asked.push(request.url());
  });
  await page.goto('en/products');
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  const { account } = await signUp(page);
  const path = await draft(page);
  const outbox = await Outbox.start(page, account);
  await expect.poll(() => outbox.last('found')).toBeTruthy();
  await context.setOffline(true);
  await save(outbox, path, 'M8', null);
  await expect.poll(() => outbox.safe.has(outbox.id('M8'))).toBe(true);
  // As the office's handle notes it.
  await page.evaluate((account) => localStorage.setItem('hub.outbox.unsent', account), account);
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto('en/products');
  await expect.poll(async () => (await ask(later, 'GET', path)).status, { timeout: 30_000 }).toBe(200);
  await expect.poll(() => later.evaluate(() => localStorage.getItem('hub.outbox.unsent'))).toBeNull();
});
