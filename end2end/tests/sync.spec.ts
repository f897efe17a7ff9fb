// On the catalogue's pages: how it stands with what was written in the office, and a catalogue that was published meanwhile.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, LANGUAGES, test } from './hub';
import { found, signUp } from './people';

const WORDS = {
  en: { quiet: 'All sent', here: '1 saved here', about: 'About the company, in English', save: 'Save the profile', panel: 'What you have saved', changed: 'The catalogue has changed.', show: 'Show', later: 'Later' },
  zh: { quiet: '已全部发送', here: '1 项已存本机', about: '企业介绍（英文）', save: '保存资料', panel: '您保存的内容', changed: '目录已更新。', show: '查看', later: '稍后' },
};

const line = (page: Page) => page.locator('.sync-line');

async function sound(page: Page) {
  const found = (await new AxeBuilder({ page }).include('.sync-line, .update').analyze()).violations;
  expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)).toEqual([]);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test.describe(language, () => {
    // Requests fail on purpose here.
    const faulty = test.extend<{ clean: void }>({ clean: [async ({}, use) => { await use(); }, { auto: true }] });

    faulty('a page of the catalogue says what is unsent, sends it, and leads to the list of it', async ({ page, context }) => {
      await page.goto(`${language}/about`);
      await page.waitForLoadState('networkidle');
      await expect(line(page)).toHaveCount(0);
      await signUp(page);
      const company = await found(page);
      await page.goto(`${language}/office/company/${company}`);
      await expect(page.locator('.office-head .sync')).toBeVisible();
      const hold = /\/v1\/companies\//;
      await expect(page.getByLabel(words.about)).toBeVisible();
      await context.route(hold, (route) => route.abort());
      await page.getByLabel(words.about).fill('Bolts.');
      await page.getByRole('button', { name: words.save }).click();
      await expect(page.locator('.office-head .sync')).toHaveText(words.here);
      await page.goto(`${language}/products`);
      await expect(line(page)).toHaveText(words.here);
      await sound(page);
      await line(page).getByRole('link').click();
      await expect(page.getByRole('dialog', { name: words.panel })).toBeVisible();
      await page.goto(`${language}/products`);
      await expect(line(page)).toHaveText(words.here);
      await context.unroute(hold);
      await page.goto(`${language}/products`);
      await expect(line(page)).toHaveText(words.quiet, { timeout: 20_000 });
      await sound(page);
    });

    test('a catalogue that was published meanwhile is offered, and shown when the reader agrees', async ({ page }) => {
      await page.goto(`${language}/products`);
      await page.waitForLoadState('networkidle');
      const back = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      // It comes when the page has come to rest.
      await expect(async () => {
        const asked = page.waitForResponse(/front\.bin/, { timeout: 1_000 });
        await back();
        expect([200, 304]).toContain((await asked).status());
      }).toPass();
      await expect(page.getByText(words.changed)).toHaveCount(0);
      await page.route('**/catalogue/front.bin', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), etag: '"of-another-catalogue"' } });
      });
      await back();
      const offer = page.locator('.update.catalogue');
      await expect(offer).toContainText(words.changed);
      await sound(page);
      await offer.getByRole('button', { name: words.later }).click();
      await expect(offer).toHaveCount(0);
      await page.unroute('**/catalogue/front.bin');
      await back();
      await Promise.all([page.waitForEvent('load'), offer.getByRole('button', { name: words.show }).click()]);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(offer).toHaveCount(0);
    });
  });
}
