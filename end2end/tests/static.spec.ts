// The demonstration as plain files, below a path of any host: deep links, no network, a newer version.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { arrived, BOLT, expect, LANGUAGES, open, PAGE, rows, test, WORDS } from './hub';
import { StaticHost } from './static_host';

const FOLDER = process.env.HUB_DEMO ?? join(import.meta.dirname, '../../dist');
const PATH = '/deep/er/';

let host: StaticHost;
test.beforeEach(async () => {
  expect(statSync(FOLDER, { throwIfNoEntry: false })?.isDirectory(), `${FOLDER}: type \`cargo hub demo\``).toBe(true);
  host = await StaticHost.serve(FOLDER, PATH);
});
test.afterEach(() => host.stop());

/** Waits until the whole build is kept for use without the network. */
async function kept(page: Page) {
  await expect.poll(() => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state ?? 'none';
  }), { timeout: 30_000 }).toBe('activated');
}

/** A copy of the demonstration in which one file of the precache differs: the next version. */
function nextVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-demo-'));
  cpSync(FOLDER, folder, { recursive: true });
  const hash = (bytes: string) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  const index = `${readFileSync(join(folder, 'index.html'), 'utf8')}<!-- next -->`;
  writeFileSync(join(folder, 'index.html'), index);
  const list = readdirSync(folder).find((name) => name.startsWith('precache-'))!;
  const files = JSON.parse(readFileSync(join(folder, list), 'utf8')) as [string, string][];
  const written = JSON.stringify(files.map(([name, old]) => [name, name === '' ? hash(index) : old]));
  writeFileSync(join(folder, 'precache-next.json'), written);
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
    .replace(/const BUILD = '.*';/, "const BUILD = 'next';")
    .replace(/const LIST = '.*';/, "const LIST = 'precache-next.json';")
    .replace(/const LIST_INTEGRITY = '.*';/, `const LIST_INTEGRITY = '${hash(written)}';`);
  writeFileSync(join(folder, 'sw.js'), worker);
  return folder;
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  const other = language === 'en' ? 'zh' : 'en';

  test.describe(language, () => {
    test('deep links open first, below a path, from files alone', async ({ page }) => {
      for (const [address, heading] of [
        [`products/${BOLT.id}`, BOLT[language]],
        ['categories/hex-bolts', words.category],
        ['departments/fasteners', words.department],
        ['suppliers/tuasbolt', words.supplier],
        ['favourites', words.savedTitle],
      ] as const) {
        await open(page, `${host.address}${language}/${address}/`);
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', words.tag);
        await expect(page.locator('link[hreflang="zh-Hans"]')).toHaveAttribute('href', /zh\//);
      }
      // Links stay below the path.
      await page.getByRole('link', { name: words.site, exact: true }).click();
      await expect(page).toHaveURL(`${host.address}${language}/`);
      await expect(page.getByRole('heading', { level: 1, name: words.hero })).toBeVisible();
      expect(host.missing).toEqual([]);
    });

    test('after one visit every page opens without network, also those never opened', async ({ page, context }) => {
      await open(page, `${host.address}${language}/`);
      await kept(page);
      await host.stop();
      await context.setOffline(true);
      for (const tongue of [language, other] as const) {
        const said = WORDS[tongue];
        for (const [address, heading] of [
          ['', said.hero],
          [`products/${BOLT.id}`, BOLT[tongue]],
          ['products/katong-spice.ks-soyd/', /640 (ml|毫升)|640毫升/],
          ['products?q=hs17&stock=1&page=2', said.allProducts],
          ['departments/food', /Processed food|加工食品/],
          ['categories/hex-bolts/', said.category],
          ['suppliers', said.suppliersTitle],
          ['suppliers/tuasbolt', said.supplier],
          ['compare', said.compareTitle],
          ['favourites', said.savedTitle],
          ['need?need=hex%20bolts', tongue === 'en' ? 'Find suppliers for my need' : '按需求找供应商'],
          ['about/', said.about],
          ['nowhere', said.notFound],
        ] as const) {
          await open(page, `${host.address}${tongue}/${address}`);
          await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        }
      }
      await open(page, `${host.address}${language}/categories/hex-bolts`);
      await expect(rows(page)).toHaveCount(PAGE);
      const drawn = await rows(page).locator('svg.drawing').first().evaluate((svg) => (svg as SVGSVGElement).getBBox().width);
      expect(drawn, 'its drawing is there').toBeGreaterThan(0);
    });

    test('a newer version is offered, and taken when the reader agrees', async ({ page }) => {
      await open(page, `${host.address}${language}/products/${BOLT.id}?quantity=150`);
      await kept(page);
      const folder = nextVersion();
      const port = Number(new URL(host.address).port);
      await host.stop();
      host = await StaticHost.serve(folder, PATH, port);
      try {
        await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update(); });
        const offer = page.getByRole('status').filter({ hasText: words.newVersion });
        await expect(offer).toBeVisible({ timeout: 30_000 });
        await expect(page.getByRole('textbox', { name: words.quantity }), 'nothing reloads by itself').toHaveValue('150');
        const reloaded = page.waitForEvent('load');
        await offer.getByRole('button', { name: words.reload }).click();
        await reloaded;
        await arrived(page);
        await expect(page.getByRole('textbox', { name: words.quantity })).toHaveValue('150');
        await expect(offer).toHaveCount(0);
        const builds = await page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ').pop()));
        expect(builds, 'one build is kept, the new one').toEqual(['next']);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
}

test('the demonstration can be installed: manifest, icons, start address below its path', async ({ page }) => {
  await open(page, `${host.address}en/`);
  const address = await page.locator('link[rel=manifest]').evaluate((link) => (link as HTMLLinkElement).href);
  expect(address).toBe(`${host.address}manifest.webmanifest`);
  const manifest = await (await page.request.get(address)).json();
  expect(new URL(manifest.start_url, address).href.startsWith(host.address)).toBe(true);
  expect(manifest.icons.length).toBeGreaterThan(0);
  for (const icon of manifest.icons) {
    expect((await page.request.get(new URL(icon.src, address).href)).ok(), icon.src).toBe(true);
  }
});
