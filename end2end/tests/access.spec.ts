// Pages for everybody: no violation that axe knows, in both themes; narrow and enlarged; targets for a thumb.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { arrived, BOLT, expect, filters, LANGUAGES, open, rows, test, TODAY, WORDS } from './hub';

const COMPARED = [BOLT.id, 'sinhuphuat.hs17-88z-12x50', 'merfix.hs17-a2-12x50'];

const PAGES: [name: string, address: string][] = [
  ['home', ''],
  ['products', 'products'],
  ['department', 'departments/chemicals'],
  ['category', 'categories/hex-bolts?supplier=tuasbolt&stock=1'],
  ['product', `products/${BOLT.id}`],
  ['suppliers', 'suppliers'],
  ['supplier', 'suppliers/tuasbolt'],
  ['comparison', 'compare'],
  ['favourites', 'favourites'],
  ['about', 'about'],
  ['not found', 'nowhere'],
  ['nothing found', 'products?q=elephant'],
  ['search results', 'products?q=hex%20bolt%20m8'],
  ['need', 'need?need=1000%20hex%20bolts%20M8%20ISO%209001'],
];

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(TODAY);
  await page.addInitScript((ids) => {
    localStorage.setItem('hub.compare', ids);
    localStorage.setItem('hub.favourites', ids);
    localStorage.setItem('hub.recent', ids);
  }, COMPARED.join(','));
});

/** What axe has to say; of a page in another theme only its colours are new. */
async function violations(page: Page, rules: 'all' | 'colours' = 'all') {
  const axe = new AxeBuilder({ page });
  const chosen = rules === 'all'
    ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    : axe.withRules(['color-contrast', 'link-in-text-block']);
  const found = await chosen.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Colours in the middle of a change would be measured as they are then. */
async function settled(page: Page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
}

async function sideways(page: Page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > root.clientWidth + 1 && box.width > 0;
    });
    const names = wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
    return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} > ${root.clientWidth}`, ...names] : [];
  });
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  for (const [name, address] of PAGES) {
    test(`${language} ${name} has no violation${language === 'en' ? ' in either theme' : ''}`, async ({ page }) => {
      await open(page, `${language}/${address}`);
      if (address === 'compare') await expect(page.getByRole('columnheader')).toHaveCount(COMPARED.length);
      if (address === 'favourites') await expect(rows(page)).toHaveCount(2 * COMPARED.length);
      await settled(page);
      expect.soft(await violations(page), 'light').toEqual([]);
      // Colours are the same in both languages, and measuring them is half of the time.
      if (language !== 'en') return;
      await page.getByRole('button', { name: words.toDark }).click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await settled(page);
      expect.soft(await violations(page, 'colours'), 'dark').toEqual([]);
    });
  }

  test(`${language} sheets over the page have no violation`, async ({ page, isMobile }) => {
    await open(page, `${language}/categories/hex-bolts`);
    if (isMobile) {
      await filters(page, language);
    } else {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: words.shortcuts })).toBeVisible();
    }
    await settled(page);
    expect(await violations(page)).toEqual([]);
  });

  test(`${language} pages fit a width of 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const [name, address] of PAGES) {
      await open(page, `${language}/${address}`);
      expect.soft(await sideways(page), name).toEqual([]);
    }
  });

  test(`${language} pages hold at 200 %`, async ({ page, isMobile }) => {
    test.skip(isMobile, 'a phone zooms by magnifying');
    // What a window of 1280 px shows at 200 %.
    await page.setViewportSize({ width: 640, height: 450 });
    for (const [name, address] of PAGES) {
      await open(page, `${language}/${address}`);
      expect.soft(await sideways(page), name).toEqual([]);
    }
  });

  test(`${language} buttons and tabs leave room for a thumb`, async ({ page, isMobile }) => {
    test.skip(!isMobile, 'a mouse hits smaller targets');
    for (const [name, address] of PAGES) {
      await open(page, `${language}/${address}`);
      const small = await page.evaluate(() => {
        const targets = 'button:not(.link), .button, .tabs a, .head a:not(.skip), select, input:not([type=checkbox]), label.check';
        return [...document.querySelectorAll<HTMLElement>(targets)]
          .filter((target) => target.checkVisibility() && !target.closest('dialog:not([open])'))
          .map((target) => ({ target, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
          .map(({ target, box }) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${target.outerHTML.slice(0, 100)}`)
          .slice(0, 4);
      });
      expect.soft(small, name).toEqual([]);
    }
  });

  test(`${language} a finger opens filters, ticks one and comes back`, async ({ page, isMobile }) => {
    test.skip(!isMobile, 'for a touch screen');
    await open(page, `${language}/categories/hex-bolts`);
    await page.getByRole('button', { name: new RegExp(`^${words.filters}`) }).tap();
    const sheet = page.getByRole('dialog', { name: words.filters });
    await sheet.getByRole('checkbox', { name: new RegExp(`^${words.inStock}`) }).tap();
    await sheet.getByRole('button', { name: words.show }).tap();
    await expect(sheet).toBeHidden();
    await expect(page).toHaveURL(/stock=1/);
    await arrived(page);
  });
}
