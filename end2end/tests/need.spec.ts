// A need in plain words: what is understood, who suits it, why, and what changes when something else matters more.
import type { Page } from '@playwright/test';
import { arrived, expect, LANGUAGES, open, test, TODAY } from './hub';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(TODAY);
});

const SAID = {
  en: {
    title: 'Find suppliers for my need', text: 'What do you need?', need: '1000 pcs hex bolts M8 before 15 Dec 2026 ISO 9001',
    name: /bolt/i, quantity: 'Quantity', notMeant: /^Not meant: Quantity/, why: 'Why this place', sum: 'Sum', at: / at /,
    price: 'Price', suppliers: 'Suppliers', products: 'Products', certificates: 'Certificates', start: /^Results appear here/,
    hero: 'Find suppliers for my need',
  },
  zh: {
    title: '按需求找供应商', text: '您需要什么？', need: '1000个 M8 六角螺栓 2026年12月15日前 ISO 9001',
    name: /螺栓/, quantity: '采购数量', notMeant: /^不是这个意思：采购数量/, why: '为什么排在这里', sum: '合计', at: /单价/,
    price: '价格', suppliers: '供应商', products: '产品', certificates: '证书', start: /^边写边出结果/,
    hero: '按需求找供应商',
  },
};

const results = (page: Page) => page.locator('.matches > li');

/** On a phone they are folded away. */
async function conditions(page: Page) {
  const folded = page.locator('.need-form details:not([open]) > summary');
  if (await folded.count()) await folded.click();
}

async function sums(page: Page, at: number, why: string) {
  const result = results(page).nth(at);
  await result.getByText(why).click();
  await expect(result.locator('.why li b').nth(4)).toBeVisible();
  const points = await result.locator('.why li b').allTextContents();
  const thousandths = points.map((text) => Math.round(Number(text.replace(/,/g, '').replace('−', '-')) * 1000));
  const sum = thousandths.pop();
  expect(thousandths.length).toBeGreaterThan(3);
  expect(thousandths.reduce((all, one) => all + one, 0)).toBe(sum);
  return sum!;
}

for (const language of LANGUAGES) {
  const said = SAID[language];

  test.describe(language, () => {
    test('a buyer comes from home, writes a need, and sees who suits it and why', async ({ page }) => {
      await open(page, `${language}/`);
      await page.getByRole('main').getByRole('link', { name: said.hero }).click();
      await expect(page.getByRole('heading', { level: 1, name: said.title })).toBeVisible();
      await expect(page.getByText(said.start)).toBeVisible();
      await page.getByLabel(said.text).fill(said.need);
      await expect(results(page).first()).toBeVisible({ timeout: 20_000 });
      await expect(results(page).first().getByRole('heading')).toContainText(said.name);
      await expect(results(page).first().locator('.deal')).toContainText(said.at);
      const sum = await sums(page, 0, said.why);
      expect(await sums(page, 1, said.why)).toBeLessThanOrEqual(sum);
      await expect(page).toHaveURL(/\/need\?need=/);
      const address = page.url();
      await page.reload();
      await arrived(page);
      await expect(page.getByLabel(said.text)).toHaveValue(said.need);
      await expect(results(page).first()).toBeVisible({ timeout: 20_000 });
      expect(page.url()).toBe(address);
    });

    test('what was understood is shown, and can be taken back', async ({ page }) => {
      await open(page, `${language}/need?need=${encodeURIComponent(said.need)}`);
      const chip = page.getByRole('button', { name: said.notMeant });
      await expect(chip).toBeVisible({ timeout: 20_000 });
      await expect(page.locator('.need-form .chips')).toContainText('ISO 9001');
      await chip.click();
      await expect(chip).toHaveCount(0);
      await expect(page).toHaveURL(/not=quantity/);
      await conditions(page);
      await page.getByLabel(said.quantity, { exact: true }).fill('5000');
      await expect(page).toHaveURL(/quantity=5000/);
      await expect(results(page).first().locator('.deal')).toContainText(/5,000/);
    });

    test('another weight is another order, at once', async ({ page }) => {
      await open(page, `${language}/need?need=${encodeURIComponent(said.need)}`);
      await expect(results(page).first()).toBeVisible({ timeout: 20_000 });
      const order = () => results(page).getByRole('heading').allTextContents();
      const prices = async () => (await results(page).locator('.deal b').allTextContents()).map((text) => Number(/S\$([\d.,]+)/.exec(text)![1]!.replace(/,/g, '')));
      const before = await order();
      const slide = async (name: string, to: string) => page.locator(`#${name}`).fill(to);
      await slide('fast', '0');
      await slide('sure', '0');
      await slide('cheap', '100');
      await expect.poll(order).not.toEqual(before);
      await expect(page).toHaveURL(/cheap=100&fast=0&sure=0/);
      const cheap = await prices();
      await slide('cheap', '0');
      await slide('fast', '100');
      await expect.poll(order).not.toEqual(before);
      const fast = await prices();
      const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
      expect(mean(cheap)).toBeLessThanOrEqual(mean(fast));
    });

    test('suppliers stand in the order of their best products', async ({ page }) => {
      await open(page, `${language}/need?need=${encodeURIComponent(said.need)}`);
      await expect(results(page).first()).toBeVisible({ timeout: 20_000 });
      await page.locator('.need-tabs').getByRole('button', { name: said.suppliers }).click();
      await expect(page).toHaveURL(/show=suppliers/);
      const link = results(page).first().getByRole('heading').getByRole('link');
      const name = (await link.textContent())!;
      const names = await results(page).getByRole('heading').allTextContents();
      expect(new Set(names).size, 'each once').toBe(names.length);
      await link.click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    });

    test('certificates are chosen one by one', async ({ page }) => {
      await open(page, `${language}/need?need=${encodeURIComponent(language === 'en' ? 'safety gloves' : '安全手套')}`);
      await conditions(page);
      const kinds = page.getByLabel(said.certificates, { exact: true });
      await kinds.selectOption('CE');
      await expect(page.locator('.need-form .chips')).toContainText('CE');
      await kinds.selectOption('ISO 9001');
      await expect(page).toHaveURL(/certificate=CE,ISO\+9001|certificate=CE%2CISO/);
      await page.locator('.need-form .chips').getByRole('button').first().click();
      await expect(page).not.toHaveURL(/CE,|CE%2C/);
    });
  });
}
