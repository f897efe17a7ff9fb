// A buyer of the static demonstration with quotations to compare and orders that run: HUB_URL is where `dist/` is served, 404.html too.

async function play(page, base) {
  await page.goto(new URL('en/office/', base).href);
  await page.getByRole('main').getByRole('button', { name: /Lin Yue/ }).click();
}

const below = (page, base) => page.url().slice(new URL('en/', base).href.length);

/** Plays the buyer, and returns the address of an order whose goods have come. */
export async function order(page, base) {
  await play(page, base);
  await page.getByRole('main').getByRole('link', { name: 'Go on' }).first().click();
  await page.locator('.deal-card').filter({ hasText: 'Received' }).getByRole('link').first().click();
  await page.locator('.deal-columns').waitFor();
  return below(page, base);
}

/** Plays the buyer, and returns the address of the request, below the language. */
export async function buyer(page, base) {
  await play(page, base);
  await page.getByRole('main').getByRole('link', { name: 'Compare' }).first().click();
  await page.locator('.deal-card').filter({ hasText: '2 quotations' }).getByRole('link').first().click();
  await page.locator('.deal-compare').waitFor();
  return below(page, base);
}
