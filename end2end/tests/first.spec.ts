import { expect, test } from '@playwright/test';

for (const language of ['en', 'zh']) {
  test(`first page opens in ${language} and asks no other host`, async ({ page, baseURL }) => {
    const strangers: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(baseURL!).origin) strangers.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${language}/`);
    await expect(page.locator('main h1').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(strangers).toEqual([]);
    expect(errors).toEqual([]);
  });
}
