// Lists: whatever narrows and orders them is in the address, and comes back with it.
import type { Page } from '@playwright/test';
import { arrived, expect, LANGUAGES, open, PAGE, rows, test, tick, TODAY, WORDS } from './hub';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(TODAY);
});

/** The line that says how many products there are. */
const counted = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

/** Scrolls as a reader does, and tells where that led. */
async function scroll(page: Page, to: number): Promise<number> {
  // Again while the page is still growing: it may not be long enough yet.
  await expect.poll(async () => {
    await page.evaluate((y) => window.scrollTo(0, y), to);
    return scrolled(page);
  }).toBe(to);
  // The place is noted when the browser says that it was scrolled, a frame later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return to;
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  const other = language === 'en' ? 'zh' : 'en';

  test.describe(language, () => {
    test('the other language keeps filters and scroll', async ({ page }) => {
      await open(page, `${language}/categories/hex-bolts?supplier=tuasbolt&sort=price`);
      await expect(rows(page)).toHaveCount(PAGE);
      const first = await rows(page).first().locator('.sku').textContent();
      const at = await scroll(page, 700);
      // The head is out of sight: the switch is reached without scrolling, as a keyboard or a shortcut does.
      await page.getByRole('link', { name: words.otherLanguage }).dispatchEvent('click');
      await expect(page).toHaveURL(new RegExp(`/${other}/categories/hex-bolts\\?supplier=tuasbolt&sort=price$`));
      await expect(page.getByRole('heading', { level: 1, name: WORDS[other].category })).toBeVisible();
      await expect(rows(page)).toHaveCount(PAGE);
      await expect(rows(page).first().locator('.sku')).toHaveText(first ?? '');
      await expect.poll(() => scrolled(page)).toBeGreaterThan(at - 150);
      expect(await scrolled(page)).toBeLessThan(at + 150);
    });

    test('back and forward restore filters and scroll', async ({ page }) => {
      await open(page, `${language}/categories/hex-bolts`);
      await tick(page, language, new RegExp(`^${words.supplier}`));
      await expect(rows(page)).toHaveCount(PAGE);
      const at = await scroll(page, 900);
      const address = page.url();
      const link = rows(page).nth(12).getByRole('link').last();
      const name = (await link.textContent()) ?? '';
      await link.dispatchEvent('click');
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
      await expect.poll(() => scrolled(page), 'a new page starts at its top').toBe(0);
      const inner = await scroll(page, 300);

      await page.goBack();
      await expect(page).toHaveURL(address);
      await expect(rows(page)).toHaveCount(PAGE);
      await expect.poll(() => scrolled(page)).toBe(at);

      await page.goForward();
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
      await expect.poll(() => scrolled(page)).toBe(inner);

      await page.goBack();
      await page.goBack();
      await expect(page).not.toHaveURL(/supplier=/);
      await expect(page.getByRole('status').filter({ hasText: words.count('70') })).toBeVisible();
      await page.goForward();
      await expect(page).toHaveURL(/supplier=tuasbolt/);
      await expect(rows(page)).toHaveCount(PAGE);
    });

    test('a deep link opens with its filters', async ({ page }) => {
      await open(page, `${language}/departments/fasteners?category=nuts,washers&stock=1&moq=100&sort=price-down`);
      const chips = page.locator('.chips');
      await expect(chips.getByRole('button')).toHaveCount(5);
      await expect(page.getByRole('combobox', { name: words.sort })).toHaveValue('price-down');
      const before = await page.getByRole('status').filter({ hasText: /\d/ }).first().textContent();
      await chips.getByRole('button').first().click();
      await expect(page).not.toHaveURL(/nuts/);
      await expect(page.getByRole('status').filter({ hasText: /\d/ }).first()).not.toHaveText(before ?? '');
      await chips.getByRole('button', { name: words.clear }).click();
      await expect(page).toHaveURL(/\/departments\/fasteners\?sort=price-down$/);
      await expect(chips).toHaveCount(0);
    });

    test('several choices of one facet widen, of two facets narrow', async ({ page }) => {
      await open(page, `${language}/categories/hex-bolts`);
      await tick(page, language, new RegExp(`^${words.supplier}`));
      await expect(counted(page, words.count('31'))).toBeVisible();
      await tick(page, language, /^(Joo Koon Pin & Ring|裕廊销环)|Joo|裕/);
      await expect(counted(page, words.count('33'))).toBeVisible();
      await tick(page, language, new RegExp(`^${words.inStock}`));
      await expect(page).toHaveURL(/stock=1/);
      await expect(counted(page, words.count('33'))).toHaveCount(0);
    });

    test('a list is sorted by price', async ({ page }) => {
      await open(page, `${language}/categories/hex-bolts?supplier=tuasbolt`);
      const prices = async () => {
        const cells = await rows(page).locator('.price b').allTextContents();
        return cells.map((cell) => Number(cell.replace(/[^\d.]/g, '')));
      };
      await page.getByRole('combobox', { name: words.sort }).selectOption({ label: words.cheapest });
      await expect(page).toHaveURL(/sort=price$/);
      await expect.poll(async () => {
        const now = await prices();
        return now.length === PAGE && now.every((price, at) => at === 0 || now[at - 1]! <= price);
      }).toBe(true);
    });

    test('a long list is paged by links, and a page opens at its top', async ({ page }) => {
      await open(page, `${language}/categories/hex-bolts`);
      await expect(rows(page)).toHaveCount(PAGE);
      const first = await rows(page).first().locator('.sku').textContent();
      await page.getByRole('navigation', { name: words.pages }).getByRole('link', { name: words.next }).click();
      await expect(page).toHaveURL(/\?page=2$/);
      await expect(rows(page)).toHaveCount(PAGE);
      await expect(rows(page).first().locator('.sku')).not.toHaveText(first ?? '');
      await expect.poll(() => scrolled(page)).toBe(0);
      await page.reload();
      await arrived(page);
      await expect(rows(page)).toHaveCount(PAGE);
      await page.goBack();
      await expect(rows(page)).toHaveCount(PAGE);
    });

    test('a list is as long as its rows: what was scrolled to stays where it is', async ({ page }) => {
      await open(page, `${language}/products`);
      const next = page.getByRole('navigation', { name: words.pages }).getByRole('link', { name: words.next });
      const places = await next.evaluate(async (link) => {
        link.scrollIntoView();
        const seen = [];
        for (let frame = 0; frame < 5; frame += 1) {
          seen.push(link.getBoundingClientRect().top);
          await new Promise(requestAnimationFrame);
        }
        return { seen, height: innerHeight };
      });
      expect(new Set(places.seen).size).toBe(1);
      expect(places.seen[0]).toBeLessThan(places.height);
    });

    test('a list without products says what to do', async ({ page }) => {
      await open(page, `${language}/categories/hex-bolts?q=elephant`);
      await expect(rows(page)).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('link', { name: words.allProducts })).toBeVisible();
    });
  });
}
