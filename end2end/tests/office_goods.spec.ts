// A supplier's own catalogue, on the hub's own server: written in a table, published, refused cell by cell, withdrawn.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { photograph } from './files';
import { expect, LANGUAGES, test, type Language } from './hub';
import { settled, sound } from './office_page';
import { ask, found, id, signUp, withdrawAll } from './people';

const WORDS = {
  en: {
    title: 'My catalogue', none: /Nothing is written yet/, add: 'Add a product', sku: 'Number (SKU)', close: 'Close',
    all: 'Select all that are shown', publish: 'Publish', withdraw: 'Withdraw', done: '1 published', gone: '1 withdrawn',
    refused: /1 not done/, moq: 'Minimum order', fault: /Is not the quantity of the first price break/, shown: 'Published',
    faulty: 'Needs mending', draft: 'Draft', over: 'Withdrawn', changed: 'Changed since published', look: 'See it as buyers do', lookAgain: 'Look again', zhName: 'Name, Chinese', unread: /notes.png: this browser sees no picture/, bring: /^Put 40 rows/, opens: 'Open the catalogue', added: '40 added as drafts', same: '40 were there', page: /Buyers see your products together/,
  },
  zh: {
    title: '我的商品', none: /还没有商品/, add: '添加商品', sku: '货号', close: '关闭',
    all: '选择当前全部', publish: '发布', withdraw: '下架', done: '已发布 1 个', gone: '已下架 1 个',
    refused: /1 个未完成/, moq: '最小起订量', fault: /与第一档价格的数量不同/, shown: '已发布',
    faulty: '需要修正', draft: '草稿', over: '已下架', changed: '发布后有修改', look: '预览买家看到的样子', lookAgain: '重新预览', zhName: '中文品名', unread: /notes.png：本浏览器无法识别/, bring: /^将 40 行导入/, opens: '打开商品目录', added: '新增草稿 40 个', same: '40 个与目录一致', page: /主页尚未发布/,
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

// Of a kind that no other test counts: all share one catalogue.
const CELLS = {
  category: 'pallets-strapping', name_en: 'Pallet of a new supplier', name_zh: '新供应商托盘', unit: 'C62',
  price_breaks: '100:0.42;500:0.36', currency: 'SGD', moq: '100', order_multiple: '50', stock: '12000', lead_time_days: '3',
  origin: 'CN', hs_code: '731815', gross_weight_kg: '0.02', carton_quantity: '500', carton_size_cm: '40x30x25',
  carton_weight_kg: '10.5', sample: 'free',
};

async function put(page: Page, path: string, body: unknown) {
  const answer = await ask(page, 'PUT', path, body, { 'idempotency-key': crypto.randomUUID() });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

/** A supplier whose page is published, and who has written these products. */
async function supplier(page: Page, products: Record<string, string>[]): Promise<string> {
  await page.goto('en/about');
  await signUp(page);
  const company = await found(page);
  const cells = {
    code: `tuas-${company.slice(-12)}`, name_en: 'Tuas Bolt', name_zh: '大士螺栓', legal_name: 'Tuas Bolt Pte Ltd', summary_en: 'Bolts',
    summary_zh: '螺栓', address: '1 Tuas Road, Singapore', founded: '1999', employees: '20', payment_terms_en: '30 days',
    payment_terms_zh: '三十天',
  };
  await put(page, `v1/companies/${company}/drafts/${company}`, { kind: 'profile', content: { cells } });
  await put(page, `v1/companies/${company}/listings/${company}`, { draft: 1 });
  for (const product of products) {
    await put(page, `v1/companies/${company}/drafts/${id()}`, { kind: 'product', content: { cells: { ...CELLS, ...product }, photos: [] } });
  }
  return company;
}

test.afterEach(({ page }) => withdrawAll(page));

async function open(page: Page, company: string, language: Language) {
  await page.goto(`${language}/office/company/${company}/catalogue`);
  await settled(page);
}

const row = (page: Page, sku: string) => page.locator('.goods-list tbody tr').filter({ has: page.locator(`td.sku input[aria-label*="${sku}"]`) });

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: good rows are published, a faulty cell is named, and what was mended is published`, async ({ page }) => {
    const company = await supplier(page, [{ sku: 'M8' }, { sku: 'M10', moq: '150' }]);
    await open(page, company, language);
    await expect(row(page, 'M8').locator('.goods-state')).toHaveText(words.draft);
    await sound(page);
    await page.getByLabel(words.all).check();
    await page.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(page.getByText(words.done)).toBeVisible();
    await expect(page.getByText(words.refused)).toBeVisible();
    await expect(row(page, 'M8').locator('.goods-state')).toHaveText(words.shown);
    await expect(row(page, 'M10').locator('.goods-state')).toHaveText(words.faulty);
    const moq = row(page, 'M10').locator('td.moq input');
    await expect(moq).toHaveAttribute('aria-invalid', 'true');
    await expect(moq).toHaveAttribute('title', words.fault);
    await sound(page);

    await moq.fill('100');
    await moq.press('Enter');
    await expect(row(page, 'M10').locator('small')).toHaveCount(0, { timeout: 20_000 });
    await expect(row(page, 'M10').locator('.goods-state')).toHaveText(words.draft);
    await page.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(page.getByText(words.done)).toBeVisible();
    await expect(row(page, 'M10').locator('.goods-state')).toHaveText(words.shown);
    const listings = await ask(page, 'GET', `v1/companies/${company}/listings`);
    expect(listings.body.items.filter((one: { kind: string }) => one.kind === 'product')).toHaveLength(2);
  });

  test(`${language}: what is written in a published row is a change, Escape takes it back, and withdrawing says so`, async ({ page }) => {
    const company = await supplier(page, [{ sku: 'M8' }]);
    await open(page, company, language);
    await page.getByLabel(words.all).check();
    await page.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(row(page, 'M8').locator('.goods-state')).toHaveText(words.shown);
    const stock = row(page, 'M8').locator('td.stock input');
    await stock.fill('7');
    await stock.press('Escape');
    await expect(stock).toHaveValue('12000');
    await expect(row(page, 'M8').locator('.goods-state')).toHaveText(words.shown);
    await stock.fill('9000');
    await stock.press('Enter');
    await expect(row(page, 'M8').locator('.goods-state')).toHaveText(words.changed);
    await expect(row(page, 'M8').locator('small')).toHaveCount(0, { timeout: 20_000 });
    await page.getByRole('button', { name: words.withdraw, exact: true }).click();
    await expect(page.getByText(words.gone)).toBeVisible();
    await expect(row(page, 'M8').locator('.goods-state')).toHaveText(words.over);
    await page.reload();
    await settled(page);
    await expect(row(page, 'M8').locator('td.stock input')).toHaveValue('9000');
    await expect(row(page, 'M8').locator('.goods-state')).toHaveText(words.over);
  });

  test(`${language}: a product is begun with all its fields, and without a page the reader is told so`, async ({ page }) => {
    await page.goto('en/about');
    await signUp(page);
    const company = await found(page);
    await open(page, company, language);
    await expect(page.getByText(words.none)).toBeVisible();
    await expect(page.getByText(words.page)).toBeVisible();
    await page.getByRole('button', { name: words.add }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(words.sku).fill('M12');
    await sheet.getByLabel(words.sku).press('Tab');
    await sound(page);
    await sheet.getByRole('button', { name: words.close }).click();
    await expect(row(page, 'M12')).toHaveCount(1);
    await expect(row(page, 'M12').locator('small')).toHaveCount(0, { timeout: 20_000 });
    const drafts = await ask(page, 'GET', `v1/companies/${company}/drafts`);
    expect(drafts.body.items.map((draft: { content: unknown }) => draft.content)).toEqual([{ cells: { sku: 'M12' } }]);
  });

  test(`${language}: what is typed slowly is sent when its field is left, and what was never left by the next visit`, async ({ page }) => {
    await page.goto('en/about');
    await signUp(page);
    const company = await found(page);
    const written = async () => {
      const { body } = await ask(page, 'GET', `v1/companies/${company}/drafts`);
      return body.items.map((draft: { content: { cells: unknown } }) => draft.content.cells);
    };
    await open(page, company, language);
    await page.getByRole('button', { name: words.add }).click();
    const number = page.getByRole('dialog').getByLabel(words.sku);
    await number.fill('M12');
    // Kept on the device, and in the row, while the field is still being written in.
    await expect(row(page, 'M12')).toHaveCount(1);
    expect(await written()).toEqual([]);
    await number.press('Tab');
    await expect.poll(written).toEqual([{ sku: 'M12' }]);
    await expect(row(page, 'M12').locator('small')).toHaveCount(0);

    await number.fill('M16');
    await expect(row(page, 'M16')).toHaveCount(1);
    await page.reload();
    await settled(page);
    await expect(row(page, 'M16')).toHaveCount(1);
    await expect.poll(written).toEqual([{ sku: 'M16' }]);
    await expect(row(page, 'M16').locator('small')).toHaveCount(0);
  });
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: a file's good rows become drafts, and the same file again changes nothing`, async ({ page }) => {
    const company = await supplier(page, [{ sku: 'PALLET-1', moq: '1' }]);
    const sample = new URL('../../public/products-sample.csv', import.meta.url);
    const bring = async () => {
      await page.goto(`${language}/office/intake`);
      await page.locator('#file').setInputFiles({ name: 'goods.csv', mimeType: 'text/csv', buffer: readFileSync(sample) });
      await page.getByRole('button', { name: words.bring }).click();
      await expect(page.getByRole('link', { name: words.opens })).toBeVisible();
    };
    await bring();
    await expect(page.locator('.intake-into')).toContainText(words.added);
    await sound(page);
    await page.getByRole('link', { name: words.opens }).click();
    await expect(page.locator('.goods-list table')).toHaveAttribute('aria-rowcount', '42');
    await bring();
    await expect(page.locator('.intake-into')).toContainText(words.same);
    const { body } = await ask(page, 'GET', `v1/companies/${company}/drafts?limit=50`);
    expect(body.items).toHaveLength(42);
    expect(body.items.every((draft: { version: number }) => draft.version === 1)).toBe(true);
  });
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: a product gets its other name, a photograph and a look before buyers see it`, async ({ page }) => {
    test.setTimeout(90_000);
    const company = await supplier(page, [{ sku: 'HX', name_en: 'Wooden pallet 900 × 700 mm, four-way', name_zh: '' }]);
    await open(page, company, language);
    await row(page, 'HX').getByRole('button').click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: words.look }).click();
    await expect(sheet.locator('.goods-faults')).toContainText(words.zhName);
    await sheet.locator('.goods-suggestions button').first().click();
    await expect(sheet.locator('#record-name_zh')).toHaveValue(/托盘.*900×700/);
    await sheet.locator('#record-photos').setInputFiles([
      { name: 'bolt.jpg', mimeType: 'image/jpeg', buffer: await photograph(page) },
      { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
    ]);
    const picture = sheet.locator('.goods-photos img');
    await expect(picture).toHaveCount(1);
    await expect(sheet.getByText(words.unread)).toBeVisible();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
    await sheet.getByRole('button', { name: words.lookAgain }).click();
    await expect(sheet.locator('.preview h2')).toContainText(/900 ?× ?700/);
    await sound(page);

    await expect(sheet.locator('.goods-name small')).toHaveCount(0, { timeout: 20_000 });
    await sheet.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(sheet.locator('.goods-name .goods-state')).toHaveText(words.shown);
    const address = `${language}/products/tuas-${company.slice(-12)}.hx`;
    const isShown = async () => {
      if ((await page.request.get(address)).status() !== 200) return false;
      await page.goto(address);
      return page.locator('.photo img').waitFor({ timeout: 5_000 }).then(() => true, () => false);
    };
    await expect.poll(isShown, { timeout: 30_000 }).toBe(true);
    await expect.poll(() => page.locator('.photo img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  });
}

test('a thousand products are a table of a few rows', async ({ page }) => {
  const company = await supplier(page, []);
  await page.evaluate(async ([company, cells]) => {
    const draft = async (at: number) => {
      const random = crypto.randomUUID();
      const time = (Date.now() + at).toString(16).padStart(12, '0');
      const path = `v1/companies/${company}/drafts/${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
      await fetch(new URL(path, document.baseURI), {
        method: 'PUT', headers: { 'hub-client': 'test', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ kind: 'product', content: { cells: { ...cells, sku: `B-${at}` }, photos: [] } }),
      });
    };
    for (let from = 0; from < 1000; from += 20) await Promise.all(Array.from({ length: 20 }, (_, at) => draft(from + at)));
  }, [company, CELLS] as const);
  await open(page, company, 'en');
  await expect(page.locator('.goods-list table')).toHaveAttribute('aria-rowcount', '1001');
  expect(await page.locator('.goods-list tbody tr').count()).toBeLessThan(60);
  await page.locator('.goods-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(row(page, 'B-999')).toBeVisible();
});
