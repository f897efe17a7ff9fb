// When something fails, the reader is told what and what to do, in both languages, and loses nothing they typed.
import type { Page, Route } from '@playwright/test';
import { arrived, BOLT, expect, LANGUAGES, open, PAGE, rows, test as journeys, WORDS } from './hub';

// Files are broken on purpose here, and the page reports that: errors are what these tests are about.
const test = journeys.extend<{ clean: void }>({ clean: [async ({}, use) => { await use(); }, { auto: true }] });

/** Both languages of a notice: who it concerns may not have chosen one yet. */
async function told(page: Page, english: string, chinese: string) {
  await expect(page.getByRole('heading', { name: english })).toBeVisible();
  await expect(page.getByRole('heading', { name: chinese })).toBeVisible();
}

/** Holds requests until they are let go. */
function hold(page: Page, files: RegExp) {
  let letGo = () => {};
  const held = new Promise<void>((done) => { letGo = done; });
  const ready = page.route(files, async (route: Route) => {
    await held;
    await route.continue();
  });
  return { ready, letGo };
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a page says that it is needed', async ({ page }) => {
    await page.goto('en/');
    await told(page, 'Please switch JavaScript on', '请启用 JavaScript');
  });
});

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test.describe(language, () => {
    test('a browser without WebAssembly is told', async ({ page }) => {
      await page.addInitScript(() => { delete (window as { WebAssembly?: unknown }).WebAssembly; });
      await page.goto(`${language}/products`);
      await told(page, 'This browser cannot run the hub', '此浏览器无法运行本站');
      await expect(page.getByRole('alertdialog')).toContainText('WebAssembly');
    });

    test('a panic shows a page that explains and reloads', async ({ page }) => {
      await open(page, `${language}/products/${BOLT.id}?quantity=150`);
      // The first one reloads by itself after a while: a second one in the tab waits for the reader.
      await page.evaluate(() => sessionStorage.setItem('hub.reloads', '[1]'));
      await page.reload();
      await arrived(page);
      await page.evaluate(() => window.dispatchEvent(new CustomEvent('hub:panic', { detail: 'panicked at the test' })));
      await told(page, 'This page has stopped working', '页面出错了');
      const notice = page.getByRole('alertdialog');
      await expect(notice).toContainText('panicked at the test');
      const reload = notice.getByRole('button', { name: 'Reload · 重新加载' });
      await expect(reload, 'Enter is enough').toBeFocused();
      const loaded = page.waitForEvent('load');
      await reload.click();
      await loaded;
      await arrived(page);
      await expect(notice).toBeHidden();
      await expect(page.getByRole('textbox', { name: words.quantity })).toHaveValue('150');
    });

    test('a panic reloads by itself once', async ({ page }) => {
      await page.clock.install();
      await open(page, `${language}/about`);
      await page.evaluate(() => window.dispatchEvent(new CustomEvent('hub:panic', { detail: 'once' })));
      await told(page, 'This page has stopped working', '页面出错了');
      const loaded = page.waitForEvent('load');
      await page.clock.fastForward(6000);
      await loaded;
      await arrived(page);
      await page.evaluate(() => window.dispatchEvent(new CustomEvent('hub:panic', { detail: 'twice' })));
      await told(page, 'This page has stopped working', '页面出错了');
      await page.clock.fastForward(60_000);
      await expect(page.getByRole('alertdialog'), 'then it waits for the reader').toContainText('twice');
    });

    test('a part that does not arrive is told, and comes with another try', async ({ page }) => {
      const parts = /catalogue\/(?!front)[^/]*\.bin$/;
      await page.route(parts, (route) => route.abort());
      await page.goto(`${language}/products/${BOLT.id}`);
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { name: words.offline })).toBeVisible();
      await main.getByRole('button', { name: words.again }).click();
      await expect(main.getByRole('heading', { name: words.offline })).toBeVisible();
      await page.unroute(parts);
      await main.getByRole('button', { name: words.again }).click();
      await expect(page.getByRole('heading', { level: 1, name: BOLT[language] })).toBeVisible();
    });

    test('a list that does not arrive is told, and comes with another try', async ({ page }) => {
      const parts = /catalogue\/(?!front)[^/]*\.bin$/;
      await page.route(parts, (route) => route.abort());
      await page.goto(`${language}/categories/hex-bolts`);
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { name: words.offline })).toBeVisible();
      await page.unroute(parts);
      await main.getByRole('button', { name: words.again }).click();
      await expect(rows(page)).toHaveCount(PAGE);
    });

    test('a catalogue that does not arrive is told, and comes with another try', async ({ page }) => {
      await page.route(/catalogue\/front\.bin$/, (route) => route.abort());
      await page.goto(`${language}/`);
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { name: words.offline })).toBeVisible();
      await page.unroute(/catalogue\/front\.bin$/);
      await main.getByRole('button', { name: words.again }).click();
      await expect(main.getByRole('link', { name: words.department })).toBeVisible();
    });

    test('a part that makes no sense is told apart from no network', async ({ page }) => {
      await page.route(/catalogue\/(?!front)[^/]*\.bin$/, (route) => route.fulfill({ body: 'nonsense' }));
      await page.goto(`${language}/products/${BOLT.id}`);
      const said = language === 'en' ? 'Something did not arrive as expected' : '内容未能正常加载';
      await expect(page.getByRole('heading', { name: said })).toBeVisible();
      await expect(page.getByRole('button', { name: words.again })).toBeVisible();
    });

    test('the head and the search box do not wait for WebAssembly, and what was typed stays', async ({ page }) => {
      const wasm = hold(page, /\.wasm$/);
      await wasm.ready;
      await page.goto(`${language}/`, { waitUntil: 'commit' });
      await expect(page.getByRole('heading', { level: 1, name: words.hero })).toBeVisible();
      await expect(page.getByRole('banner').getByText(words.site, { exact: true })).toBeVisible();
      const search = page.getByRole('searchbox');
      await expect(page.getByLabel(words.placeholder)).toBeVisible();
      await expect(page.locator('#shell')).toBeAttached();
      await search.click();
      await page.keyboard.type('M12 bolt');
      wasm.letGo();
      await arrived(page);
      await expect(page.getByRole('combobox', { name: words.search, exact: true })).toHaveValue('M12 bolt');
      await expect(page.locator('#search'), 'the next key goes on writing').toBeFocused();
      await page.keyboard.type('s');
      await expect(page.locator('#search')).toHaveValue('M12 bolts');
    });

    test('a search entered before the app is there is answered by it', async ({ page }) => {
      const wasm = hold(page, /\.wasm$/);
      await wasm.ready;
      await page.goto(`${language}/`, { waitUntil: 'commit' });
      const search = page.getByRole('searchbox');
      await expect(page.locator('html[data-boot]')).toBeAttached();
      await search.fill(BOLT.sku);
      await search.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${language}/products\\?q=`));
      wasm.letGo();
      await arrived(page);
      await expect(rows(page).filter({ hasText: BOLT.sku }).first()).toBeVisible();
    });

    test('a script that does not arrive is told, and comes with another try', async ({ page }) => {
      await page.route(/\.wasm$/, (route) => route.abort());
      await page.goto(`${language}/about`);
      await told(page, 'The hub could not be loaded', '页面未能加载');
      await page.unroute(/\.wasm$/);
      const loaded = page.waitForEvent('load');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Retry · 重试' }).click();
      await loaded;
      await arrived(page);
      await expect(page.getByRole('heading', { level: 1, name: words.about })).toBeVisible();
    });
  });
}
