// The search engine's worker: when it starts, what it fetches, and what it survives.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page, Request } from '@playwright/test';
import { arrived, BOLT, expect, open, rows, test, WORDS } from './hub';
import { StaticHost } from './static_host';

const FOLDER = process.env.HUB_DEMO ?? join(import.meta.dirname, '../../dist');
const words = WORDS.en;

/** The files of the engine: its scripts and module, and the parts of the catalogue that it reads. */
const OF_ENGINE = /\/(engine|worker)-[^/]*\.(js|wasm)$|\/catalogue\/(segment|lexicon|offers)-[^/]*\.bin$/;
const SEGMENT = /\/catalogue\/segment-[^/]*\.bin$/;

/** Addresses of the engine's files that were asked for so far, by the page or by its worker. */
function log(page: Page): string[] {
  const asked: string[] = [];
  page.context().on('request', (request: Request) => {
    const path = new URL(request.url()).pathname;
    if (OF_ENGINE.test(path)) asked.push(path.split('/').pop()!);
  });
  return asked;
}

function box(page: Page): Locator {
  return page.getByRole('combobox', { name: words.search });
}

function offers(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option');
}

/** Types, and waits until the engine offers something for it. */
async function offered(page: Page, text: string) {
  await box(page).fill('');
  await expect(offers(page), 'what was offered before is gone').toHaveCount(0);
  await box(page).fill(text);
  await expect(offers(page).first()).toBeVisible({ timeout: 20_000 });
}

/** The front of the catalogue as it is now. */
async function catalogue(page: Page) {
  return (await page.request.get('v1/catalogue')).json();
}

/** The engine has been brought everything: nothing of it has been asked for during half a second. */
async function whole(asked: string[]) {
  let before = -1;
  await expect.poll(() => {
    const still = before === asked.length && asked.some((name) => name.startsWith('lexicon'));
    before = asked.length;
    return still;
  }, { intervals: [500], timeout: 30_000 }).toBe(true);
}

test('nothing of the engine is fetched before somebody searches, then what is of use first', async ({ page }) => {
  const asked = log(page);
  const before = await catalogue(page);
  await open(page, 'en/categories/hex-bolts');
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  expect(page.workers()).toEqual([]);
  await box(page).focus();
  await expect.poll(() => page.workers().length).toBe(1);
  await offered(page, 'hex');
  await whole(asked);
  expect(new Set(asked).size, 'nothing is fetched twice').toBe(asked.length);
  const segments = asked.filter((name) => name.startsWith('segment'));
  // Others publish meanwhile: this page has one of the two.
  const parts = (front: any): string[] => [front.engine.places, ...front.engine.departments].map(({ file }) => file);
  const front = [before, await catalogue(page)].find((front) => parts(front).sort().join() === [...segments].sort().join());
  expect(front, 'each segment of one catalogue').toBeDefined();
  const { places, departments, lexicon } = front.engine;
  const metal = front.departments.findIndex((department: { slug: string }) => department.slug === 'fasteners');
  expect(segments[0], 'categories and suppliers').toBe(places.file);
  expect(segments[1], 'the department at hand').toBe(departments[metal].file);
  expect(asked.filter((name) => name.endsWith('.bin')).pop(), 'last').toBe(lexicon.file);
});

test('searching asks the network for nothing once the catalogue is there', async ({ page }) => {
  const asked = log(page);
  await open(page, 'en/');
  await offered(page, 'hex');
  await whole(asked);
  const requests: string[] = [];
  // The icons beside the offers are one file, which the browser takes from its cache.
  page.context().on('request', (request) => {
    if (!request.url().endsWith('/icons.svg')) requests.push(request.url());
  });
  for (const text of ['hex bolt m12', 'steel', '螺栓', BOLT.sku]) await offered(page, text);
  expect(requests).toEqual([]);
});

test('an engine that was killed without a word is started again and finds the same', async ({ page }) => {
  const asked = log(page);
  await open(page, 'en/');
  await offered(page, 'hex bolt');
  await whole(asked);
  const before = await offers(page).allTextContents();
  const [worker] = page.workers();
  await worker.evaluate(() => self.close());
  await box(page).fill('hex bol');
  await expect.poll(() => page.workers().filter((other) => other !== worker).length, { timeout: 30_000 }).toBe(1);
  await whole(asked);
  await offered(page, 'hex bolt');
  await expect.poll(() => offers(page).allTextContents()).toEqual(before);
});

test('a damaged segment is refused, asked for once more, and the others are searched', async ({ page }) => {
  const asked = log(page);
  let first = '';
  await page.route(SEGMENT, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop()!;
    first ||= name;
    if (name !== first) return route.continue();
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1] ^= 1;
    return route.fulfill({ response, body });
  });
  await open(page, 'en/');
  await offered(page, 'hex');
  await whole(asked);
  expect(asked.filter((name) => name === first).length).toBe(2);
  await box(page).fill(BOLT.sku);
  await box(page).press('Enter');
  await expect(rows(page).filter({ hasText: BOLT.sku }).first()).toBeVisible();
});

test('a segment that does not arrive is asked for again, and the page stays usable', async ({ page }) => {
  await page.route(SEGMENT, (route) => route.abort());
  await open(page, 'en/');
  await box(page).fill('hex');
  await page.getByRole('link', { name: words.department }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: words.department })).toBeVisible();
  await page.unroute(SEGMENT);
  await offered(page, 'hex');
});

test.describe('from files alone', () => {
  let host: StaticHost;
  test.beforeEach(async () => {
    expect(statSync(FOLDER, { throwIfNoEntry: false })?.isDirectory(), `${FOLDER}: type \`cargo hub demo\``).toBe(true);
    host = await StaticHost.serve(FOLDER, '/deep/er/');
  });
  test.afterEach(() => host.stop());

  test('the engine answers below a path, and on the second visit without network', async ({ page, context }) => {
    await open(page, `${host.address}en/`);
    await expect.poll(() => page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state ?? 'none';
    }), { timeout: 30_000 }).toBe('activated');
    await host.stop();
    await context.setOffline(true);
    await page.goto(`${host.address}en/products`);
    await arrived(page);
    await offered(page, 'hex');
    await offered(page, '螺栓');
    expect(host.missing).toEqual([]);
  });
});
