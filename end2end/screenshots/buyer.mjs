// A buyer of the static demonstration with quotations to compare: HUB_URL is where `dist/` is served, 404.html too.

/** Plays the buyer, and returns the address of the request, below the language. */
export async function buyer(page, base) {
  await page.goto(new URL('en/office/', base).href);
  await page.getByRole('main').getByRole('button', { name: /Lin Yue/ }).click();
  await page.getByRole('main').getByRole('link', { name: 'Compare' }).first().click();
  await page.locator('.deal-card').filter({ hasText: '2 quotations' }).getByRole('link').first().click();
  await page.locator('.deal-compare').waitFor();
  return page.url().slice(new URL('en/', base).href.length);
}
