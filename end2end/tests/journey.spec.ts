// A buyer's way through the hub, in both languages.
import { arrived, BOLT, expect, LANGUAGES, menu, open, PAGE, rows, test, tick, TODAY, WORDS } from './hub';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(TODAY);
});

for (const language of LANGUAGES) {
  const words = WORDS[language];
  const other = language === 'en' ? 'zh' : 'en';
  const main = 'main';

  test.describe(language, () => {
    test('a buyer comes from home to a quantity, and the other language keeps it', async ({ page }) => {
      await open(page, `${language}/`);
      await page.getByRole(main).getByRole('link', { name: words.department }).click();
      await expect(page.getByRole('heading', { level: 1, name: words.department })).toBeVisible();
      await page.getByRole(main).getByRole('link', { name: new RegExp(words.category) }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: words.category })).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: words.count('70') })).toBeVisible();

      await tick(page, language, new RegExp(`^${words.supplier}`));
      await expect(page).toHaveURL(/supplier=tuasbolt/);
      await expect(page.getByRole('status').filter({ hasText: words.count('31') })).toBeVisible();
      await expect(rows(page)).toHaveCount(PAGE);
      await rows(page).getByRole('link', { name: BOLT[language], exact: true }).click();

      await expect(page.getByRole('heading', { level: 1, name: BOLT[language] })).toBeVisible();
      await page.getByRole('textbox', { name: words.quantity }).fill('600');
      await expect(page).toHaveURL(/\?quantity=600$/);
      await page.getByRole('link', { name: words.otherLanguage }).click();
      await expect(page.getByRole('heading', { level: 1, name: BOLT[other] })).toBeVisible();
      await expect(page.getByRole('textbox', { name: WORDS[other].quantity })).toHaveValue('600');
      await expect(page).toHaveURL(new RegExp(`/${other}/products/${BOLT.id}\\?quantity=600$`));
      await expect(page.locator('html')).toHaveAttribute('lang', WORDS[other].tag);
      await expect(page).toHaveTitle(`${BOLT[other]} · ${WORDS[other].site}`);
    });

    test('a quantity obeys MOQ and multiple, and shows its total in both currencies', async ({ page }) => {
      await open(page, `${language}/products/${BOLT.id}`);
      const box = page.getByRole('textbox', { name: words.quantity });
      const answer = page.locator('#quantity-answer');
      await expect(box).toHaveValue('50');
      await expect(answer).toContainText(/(\$|SGD\s)11\.40/);
      await expect(answer).toContainText(/¥61\.56/);
      await expect(answer).toContainText('5.4 CNY');
      await expect(answer).toContainText(language === 'en' ? '20 Nov 2026' : '2026年11月20日');

      await page.getByRole('button', { name: words.more, exact: true }).click();
      await expect(box).toHaveValue('100');
      await expect(answer).toContainText(/(\$|SGD\s)22\.80/);
      await page.getByRole('button', { name: words.less, exact: true }).click();
      await page.getByRole('button', { name: words.less, exact: true }).click();
      await expect(box, 'less stops at the MOQ').toHaveValue('50');

      await box.fill('20');
      await expect(answer).toContainText(words.tooFew);
      await expect(box).toHaveAttribute('aria-invalid', 'true');
      await answer.getByRole('button', { name: words.take('50') }).click();
      await expect(box).toHaveValue('50');

      await box.fill('520');
      await expect(answer).toContainText(words.notMultiple);
      await answer.getByRole('button', { name: words.take('550') }).click();
      await expect(box).toHaveValue('550');
      await expect(box).not.toHaveAttribute('aria-invalid', 'true');
      await expect(answer, '550 at 0.203').toContainText(/(\$|SGD\s)111\.65/);
      await expect(answer).toContainText(/¥602\.91/);
      await expect(page.getByRole('row', { name: /^500 / })).toHaveAttribute('aria-current', 'true');

      await box.fill('many');
      await expect(answer).toContainText(words.notANumber);
    });

    test('expired certificates say so and do not count in filters', async ({ page }) => {
      await open(page, `${language}/products/${BOLT.id}`);
      const items = page.getByRole(main).getByRole('listitem');
      await expect(items.filter({ hasText: 'DEMO-ROHS-27045' })).toContainText(words.expired);
      await expect(items.filter({ hasText: 'DEMO-QMS-4685' })).toContainText(words.valid);

      await open(page, `${language}/categories/hex-bolts?certificate=RoHS`);
      await expect(rows(page)).toHaveCount(3);
      await expect(rows(page).filter({ hasText: BOLT.sku })).toHaveCount(0);
      await page.clock.setFixedTime('2026-04-06T12:00:00+08:00');
      await page.reload();
      await arrived(page);
      await expect(rows(page).filter({ hasText: BOLT.sku }), 'on its last day it counts').toHaveCount(1);
    });

    test('favourites and recently viewed survive a reload', async ({ page }) => {
      await open(page, `${language}/favourites`);
      await expect(page.getByRole(main).getByText(words.nothingSaved)).toBeVisible();
      await open(page, `${language}/products/${BOLT.id}`);
      const save = page.getByRole(main).getByRole('button', { name: words.save, exact: true });
      await save.filter({ visible: true }).first().click();
      await expect(save.filter({ visible: true }).first()).toHaveAttribute('aria-pressed', 'true');
      await menu(page, language).getByRole('link', { name: words.saved }).click();
      await expect(page.getByRole('heading', { level: 1, name: words.savedTitle })).toBeVisible();
      await page.reload();
      await arrived(page);
      await expect(page.getByRole('heading', { level: 2, name: words.recent })).toBeVisible();
      await expect(rows(page).filter({ hasText: BOLT.sku }), 'saved, and recently viewed').toHaveCount(2);
      await rows(page).getByRole('button', { name: words.save, exact: true }).first().click();
      await expect(page.getByRole(main).getByText(words.nothingSaved)).toBeVisible();
      await expect(rows(page).filter({ hasText: BOLT.sku })).toHaveCount(1);
    });

    test('four products are compared, and the fifth is told why not', async ({ page }) => {
      await open(page, `${language}/categories/hex-bolts`);
      const buttons = rows(page).getByRole('button', { name: words.compare, exact: true });
      for (let at = 0; at < 4; at += 1) {
        await buttons.nth(at).click();
        await expect(buttons.nth(at)).toHaveAttribute('aria-pressed', 'true');
      }
      await buttons.nth(4).click();
      await expect(page.getByRole('status').filter({ hasText: words.compareFull })).toBeVisible();
      await expect(buttons.nth(4)).toHaveAttribute('aria-pressed', 'false');
      await expect(menu(page, language).getByRole('link', { name: words.compare })).toContainText('4');

      await menu(page, language).getByRole('link', { name: words.compare }).click();
      await expect(page.getByRole('heading', { level: 1, name: words.compareTitle })).toBeVisible();
      await expect(page.getByRole('columnheader')).toHaveCount(4);
      await page.getByRole('columnheader').first().getByRole('button').click();
      await expect(page.getByRole('columnheader')).toHaveCount(3);
      await page.reload();
      await arrived(page);
      await expect(page.getByRole('columnheader')).toHaveCount(3);
    });

    test('share copies the link with the quantity', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      // Where the system has a sheet of its own, that is shown instead, outside of the page.
      await page.addInitScript(() => { delete (Navigator.prototype as { share?: unknown }).share; });
      await open(page, `${language}/products/${BOLT.id}?quantity=150`);
      await page.getByRole('button', { name: words.share }).filter({ visible: true }).first().click();
      await expect(page.getByRole('status').filter({ hasText: words.copied })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
      expect(page.url()).toContain(`/${language}/products/${BOLT.id}?quantity=150`);
    });

    test('an address that leads nowhere says so and leads on', async ({ page }) => {
      for (const address of ['nowhere', 'departments/nothing', 'categories/nothing', 'suppliers/nobody', 'products/a/b']) {
        await page.goto(`${language}/${address}`);
        await expect(page.getByRole('heading', { level: 1, name: words.notFound })).toBeVisible();
      }
      await page.getByRole('link', { name: words.goHome }).click();
      await expect(page.getByRole('heading', { level: 1, name: words.hero })).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`/${language}/$`));
    });

    test('the search box finds a part number', async ({ page }) => {
      await open(page, `${language}/`);
      await page.getByRole('combobox', { name: words.search, exact: true }).fill(BOLT.sku.toLowerCase());
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${language}/products\\?q=`));
      await expect(rows(page).filter({ hasText: BOLT.sku }).first()).toBeVisible();
    });
  });
}
