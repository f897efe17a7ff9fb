// Everything can be done without a mouse, and one always sees where one is.
import type { Page } from '@playwright/test';
import { BOLT, expect, LANGUAGES, open, rows, test, WORDS } from './hub';

test.skip(({ isMobile }) => isMobile, 'a phone has no keyboard');

/** What has the focus, and whether a reader can see that. */
async function focus(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
    // A box of a choice is shown by the words beside it, too.
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    const box = element.getBoundingClientRect();
    const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
    return { id: element.id, tag: element.tagName, name, visible: outlined && inSight };
  });
}

/** Presses Tab until the wanted element has the focus; every stop on the way must be visible. */
async function tabTo(page: Page, wanted: (at: { id: string; name: string }) => boolean, limit = 150) {
  for (let step = 0; step < limit; step += 1) {
    await page.keyboard.press('Tab');
    // Sticky and smooth things need a frame to come to rest.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const at = await focus(page);
    expect(at, `stop ${step + 1}: “${at.name}” can be seen to have the focus`).toMatchObject({ visible: true });
    if (wanted(at)) return;
  }
  throw new Error(`not reached within ${limit} stops`);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test.describe(language, () => {
    test('with Tab and Enter alone a buyer comes from home to the quantity', async ({ page }) => {
      await open(page, `${language}/`);
      await tabTo(page, (at) => at.name === words.skip);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 }), 'the skip link leads to the content').toBeFocused();
      await tabTo(page, (at) => at.name.startsWith(words.department));
      await page.keyboard.press('Enter');
      const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
      await expect(heading(words.department), 'the new page starts at its heading').toBeFocused();
      await tabTo(page, (at) => at.name.startsWith(words.category));
      await page.keyboard.press('Enter');
      await expect(heading(words.category)).toBeFocused();
      await tabTo(page, (at) => at.name.startsWith('Hex bolt') || at.name.startsWith('外六角'));
      const name = (await focus(page)).name;
      await page.keyboard.press('Enter');
      await expect(heading(name)).toBeFocused();
      await tabTo(page, (at) => at.id === 'quantity');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('1');
      await expect(page.locator('#quantity-answer').getByRole('button')).toBeVisible();
      await tabTo(page, (at) => at.name.startsWith(language === 'en' ? 'Take' : '改为'));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: words.quantity })).not.toHaveValue('1');
    });

    test('the question mark lists the shortcuts, and Escape closes the list', async ({ page }) => {
      await open(page, `${language}/`);
      await page.keyboard.press('?');
      const list = page.getByRole('dialog', { name: words.shortcuts });
      await expect(list).toBeVisible();
      await expect(list.getByRole('term')).toHaveCount(9);
      await page.keyboard.press('Escape');
      await expect(list).toBeHidden();
      await page.getByRole('button', { name: words.shortcuts }).click();
      await expect(list).toBeVisible();
      await list.getByRole('button', { name: words.close }).click();
      await expect(list).toBeHidden();
    });

    test('every shortcut on the list does what it says', async ({ page }) => {
      await open(page, `${language}/`);
      const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
      for (const [key, title] of [
        ['p', words.allProducts], ['s', words.suppliersTitle], ['f', words.savedTitle], ['c', words.compareTitle],
        ['h', words.hero],
      ] as const) {
        await page.keyboard.press(key);
        await expect(heading(title)).toBeFocused();
      }
      await page.keyboard.press('t');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await page.keyboard.press('/');
      const search = page.locator('#search');
      await expect(search).toBeFocused();
      await page.keyboard.type('p/?');
      await expect(search, 'keys typed into a field are text').toHaveValue('p/?');
      await expect(heading(words.hero)).toBeVisible();
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('Control+p');
      await expect(heading(words.hero), 'the browser keeps its own keys').toBeVisible();
      await page.keyboard.press('l');
      await expect(heading(WORDS[language === 'en' ? 'zh' : 'en'].hero)).toBeVisible();
    });

    test('filters are ticked with the space bar and keep the focus', async ({ page }) => {
      await open(page, `${language}/categories/hex-bolts`);
      const box = page.getByRole('checkbox', { name: new RegExp(`^${words.inStock}`) });
      await box.focus();
      await page.keyboard.press('Space');
      await expect(page).toHaveURL(/stock=1/);
      await expect(box).toBeChecked();
      await expect(box, 'the next key goes where the last one went').toBeFocused();
      await expect(rows(page).first()).toBeVisible();
    });

    test('the drawing is enlarged and closed by keys, and the focus comes back', async ({ page }) => {
      await open(page, `${language}/products/${BOLT.id}`);
      const button = page.locator('.product-picture').getByRole('button');
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(button).toBeFocused();
    });
  });
}
