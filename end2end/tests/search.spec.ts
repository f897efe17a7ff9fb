// Finding: what the box offers while somebody types, and what stands where among the results.
import type { Page } from '@playwright/test';
import { arrived, expect, LANGUAGES, open, PAGE, rows, test, TODAY, WORDS } from './hub';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(TODAY);
});

const SEARCH = {
  en: {
    typed: 'hex bo', begins: /hex bolt/i, category: /Hex bolts & screws/, code: 'hs17-88z-12x50', past: 'Searched before',
    forget: 'Clear search history', why: 'Why this place', sum: 'Sum', best: 'Best match', misspelled: 'galvanised bollt',
    nothing: /^Nothing found for/, need: 'Find suppliers for my need', meant: 'Did you mean', some: 'some of your words',
    mixed: 'hex bolt brass titanium',
  },
  zh: {
    typed: '六角螺', begins: /六角螺/, category: /六角螺栓与螺钉/, code: 'hs17-88z-12x50', past: '搜索历史',
    forget: '清除搜索历史', why: '为什么排在这里', sum: '合计', best: '最相关', misspelled: 'galvanised bollt',
    nothing: /^没有找到/, need: '按需求找供应商', meant: '您是不是要找', some: '部分词语',
    mixed: '六角螺栓 黄铜 钛合金',
  },
};

const box = (page: Page) => page.getByRole('combobox').and(page.locator('#search'));
const offers = (page: Page) => page.getByRole('listbox').getByRole('option');

/** The engine has the whole catalogue: the line above the results no longer says that better ones are on their way. */
async function ranked(page: Page) {
  await arrived(page);
  await expect(page.locator('.search-line progress')).toHaveCount(0, { timeout: 20_000 });
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  const said = SEARCH[language];

  test.describe(language, () => {
    test('suggestions are walked by keys and taken with Enter', async ({ page, isMobile }) => {
      test.skip(isMobile, 'a phone has no arrow keys');
      // The last part of the engine: until it is there, better offers may take the place of these.
      const whole = page.context().waitForEvent('response', (response) => /\/lexicon-/.test(response.url()));
      await open(page, `${language}/`);
      await box(page).pressSequentially(said.typed);
      await expect(offers(page).first()).toBeVisible();
      await whole;
      await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
      await expect(offers(page).filter({ hasText: said.begins }).first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      const active = await box(page).getAttribute('aria-activedescendant');
      await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('End');
      await expect(offers(page).last()).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('ArrowDown');
      await expect(box(page), 'past the end the keyboard is in the field').not.toHaveAttribute('aria-activedescendant');
      await page.keyboard.press('Escape');
      await expect(offers(page)).toHaveCount(0);
      await expect(box(page), 'Escape closes before it empties').toHaveValue(said.typed);
      await page.keyboard.press('Escape');
      await expect(box(page)).toHaveValue('');

      await box(page).pressSequentially(said.typed);
      const category = offers(page).filter({ hasText: said.category }).first();
      await expect(category).toBeVisible();
      const most = await offers(page).count();
      for (let step = 0; step < most && await category.getAttribute('aria-selected') !== 'true'; step += 1) {
        await page.keyboard.press('ArrowDown');
      }
      await expect(category).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/categories\/hex-bolts/);
      await expect(page.getByRole('heading', { level: 1, name: words.category })).toBeVisible();
    });

    test('suggestions are tapped, and leave room for a thumb', async ({ page, isMobile }) => {
      test.skip(!isMobile, 'for a touch screen');
      await open(page, `${language}/`);
      await box(page).tap();
      await box(page).pressSequentially(said.typed);
      await expect(offers(page).first()).toBeVisible();
      for (const offer of await offers(page).all()) {
        const size = (await offer.boundingBox())!;
        expect(size.height).toBeGreaterThanOrEqual(44);
        expect(size.x + size.width).toBeLessThanOrEqual(390);
      }
      await offers(page).filter({ hasText: said.begins }).first().tap();
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      await expect(offers(page)).toHaveCount(0);
    });

    test('nothing happens while characters are put together', async ({ page, isMobile }) => {
      test.skip(isMobile, 'keyboards of Android compose every word');
      await open(page, `${language}/`);
      await box(page).focus();
      const editor = await page.context().newCDPSession(page);
      for (const text of ['l', 'lu', 'luo', "luo's", "luo'shuan"]) {
        await editor.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      }
      await page.waitForTimeout(400);
      await expect(offers(page), 'letters on their way are not asked for').toHaveCount(0);
      await editor.send('Input.insertText', { text: '螺栓' });
      await expect(box(page)).toHaveValue('螺栓');
      await expect(offers(page).first()).toBeVisible();
    });

    test('an answer that comes too late is not shown', async ({ page }) => {
      // Each message to the engine waits, longer than the fingers.
      await page.addInitScript(() => {
        const post = Worker.prototype.postMessage;
        let wait = 0;
        Worker.prototype.postMessage = function late(this: Worker, ...all: unknown[]) {
          setTimeout(() => post.apply(this, all as never), wait);
        };
        Object.assign(window, { slow: () => { wait = 500; } });
        const shown: [string, string][] = [];
        Object.assign(window, { shown });
        document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
          const field = document.querySelector<HTMLInputElement>('#search');
          document.querySelectorAll('#offers [role=option] .name').forEach((name) => shown.push([field!.value, name.textContent!]));
        }).observe(document.body, { childList: true, subtree: true, characterData: true }));
      });
      await open(page, `${language}/`);
      await box(page).fill('m');
      await expect(offers(page).first()).toBeVisible({ timeout: 20_000 });
      await page.evaluate(() => (window as unknown as { slow: () => void }).slow());
      await box(page).fill('glove');
      await page.waitForTimeout(150);
      await box(page).fill('washer');
      await expect(offers(page).filter({ hasText: /washer|垫圈/i }).first()).toBeVisible({ timeout: 10_000 });
      const shown = await page.evaluate(() => (window as unknown as { shown: [string, string][] }).shown);
      const stale = shown.filter(([typed, name]) => typed === 'washer' && /glove|手套/i.test(name));
      expect(stale).toEqual([]);
    });

    test('searches are remembered here, and can be forgotten', async ({ page }) => {
      await open(page, `${language}/`);
      for (const text of ['m8', 'n95']) {
        await box(page).fill(text);
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(new RegExp(`q=${text}`));
        await arrived(page);
      }
      await page.reload();
      await arrived(page);
      await box(page).fill('');
      await box(page).click();
      await expect(offers(page).filter({ hasText: said.past })).toHaveText([/n95/, /m8/]);
      await offers(page).first().locator('.forget').click();
      await expect(offers(page)).toHaveCount(1);
      await page.getByRole('button', { name: said.forget }).click();
      await expect(offers(page)).toHaveCount(0);
      expect(await page.evaluate(() => localStorage.getItem('hub.searches'))).toBeNull();
    });

    test('results stand in the order of relevance, with the matching letters marked', async ({ page }) => {
      await open(page, `${language}/products?q=${said.code}`);
      await ranked(page);
      await expect(page.getByRole('combobox', { name: words.sort })).toHaveValue('relevance');
      await expect(rows(page).first().locator('.sku')).toHaveText('HS17-88Z-12X50');
      await open(page, `${language}/products?q=${encodeURIComponent(said.typed)}`);
      await ranked(page);
      await expect(rows(page).first().locator('mark').first()).toBeVisible();
      const first = await rows(page).first().locator('.what a').textContent();
      await page.getByRole('combobox', { name: words.sort }).selectOption({ label: words.cheapest });
      await expect(page).toHaveURL(/sort=price/);
      await page.goBack();
      await expect(page).not.toHaveURL(/sort=/);
      await expect(rows(page).first().locator('.what a')).toHaveText(first!);
    });

    test('facets are counted over what was found', async ({ page }) => {
      await open(page, `${language}/products?q=m8`);
      await ranked(page);
      const total = page.getByRole('status').filter({ hasText: words.count('').trim() }).first();
      const number = async () => Number((await total.textContent())!.replace(/[^\d]/g, ''));
      const all = await number();
      expect(all).toBeGreaterThan(PAGE);
      await page.goto(`${language}/products?q=m8&department=fasteners`);
      await ranked(page);
      const fewer = await number();
      expect(fewer).toBeLessThanOrEqual(all);
      await page.goto(`${language}/products?q=m8&category=hex-bolts`);
      await ranked(page);
      expect(await number()).toBeLessThan(fewer);
    });

    test('why a product stands where it stands adds up', async ({ page }) => {
      await open(page, `${language}/products?q=${encodeURIComponent(said.typed)}`);
      await ranked(page);
      for (const at of [0, 1, 2]) {
        await rows(page).nth(at).getByText(said.why).click();
        const parts = rows(page).nth(at).locator('.why li');
        await expect(parts.last()).toContainText(said.sum);
        const points = (await parts.locator('b').allTextContents()).map((text) => Math.round(Number(text.replace(/,/g, '').replace('−', '-')) * 1000));
        const sum = points.pop();
        expect(points.length).toBeGreaterThan(0);
        expect(points.reduce((all, one) => all + one, 0)).toBe(sum);
        expect(await parts.locator('meter').count()).toBe(points.length);
      }
    });

    test('products with some of the words follow those with all of them', async ({ page }) => {
      await open(page, `${language}/products?q=${encodeURIComponent(said.mixed)}`);
      await ranked(page);
      await expect(rows(page).filter({ hasText: new RegExp(said.some) }).or(rows(page).filter({ hasText: /These have some|以下包含/ }))).toHaveCount(1);
    });

    test('a misspelling is understood, or asked about', async ({ page }) => {
      await open(page, `${language}/products?q=${encodeURIComponent(said.misspelled)}`);
      await ranked(page);
      const asked = page.locator('.search-line').getByText(said.meant);
      const found = rows(page).first().locator('.what').getByText(/bolt|螺栓/i);
      await expect(asked.or(found).first()).toBeVisible();
    });

    test('nothing found says what to do next', async ({ page }) => {
      await open(page, `${language}/products?q=qqqqzzzzxx`);
      await ranked(page);
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { name: said.nothing })).toBeVisible();
      await main.locator('.notice-box').getByRole('link', { name: said.need }).click();
      await expect(page).toHaveURL(/\/need\?need=qqqqzzzzxx/);
      await expect(page.getByRole('heading', { level: 1, name: said.need })).toBeVisible();
    });
  });
}
