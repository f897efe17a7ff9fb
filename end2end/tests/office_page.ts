// A page of the office: opened, settled, and sound.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export async function go(page: Page, path: string) {
  await page.goto(path);
  await expect(page.locator('#shell')).toHaveCount(0);
  await settled(page);
}

export async function settled(page: Page) {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Nothing that axe knows is wrong, and nothing stands out sideways. */
export async function sound(page: Page) {
  await settled(page);
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
  // What the head of the page half covers would be measured by the half that is left.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const found = (await axe.analyze()).violations;
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, 'pixels that stand out sideways').toBeLessThanOrEqual(0);
}

/** To a page of a member's own: by the menu, or on a phone, where it has five tabs, by what stands on the account's page. */
export async function reach(page: Page, menu: string, account: string, name: string) {
  const entry = page.getByRole('navigation', { name: menu }).getByRole('link', { name, exact: true });
  const by = page.getByRole('navigation', { name: menu }).getByRole('link', { name: account, exact: true });
  await expect(by).toBeVisible();
  if (await entry.isVisible()) {
    await entry.click();
    return;
  }
  await by.click();
  await page.locator('.more').getByRole('link', { name, exact: true }).click();
}

/** Until the browser keeps the site: from then on every address of it is answered here. */
export async function kept(page: Page) {
  const state = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? 'none');
  await expect.poll(state, { timeout: 30_000 }).toBe('activated');
}
