// A supplier's file, checked in the browser: no account, nothing sent.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { arrived, expect, LANGUAGES, open, test } from './hub';

const SAMPLE = 'public/products-sample.csv';

const SAYS = {
  en: {
    title: 'Check your catalogue', choose: 'Choose a file', sample: 'Try it with a sample', template: 'Download the template',
    problems: /^Problems \(/, products: /^Products \(/, unit: /UN\/ECE Rec 20/, toCorrect: 'Download the rows to correct',
    accepted: 'Download the accepted rows', wrong: 'what is wrong', search: 'Search your products', query: 'hex bolt M6',
    name: 'Hex bolt', preview: 'As the buyer sees it', breaks: 'Price breaks', close: 'Close', columns: 'Which column is which?',
    check: 'Check the rows', missing: 'Still missing: Unit', other: '中文', another: 'Another file', unreadable: /no rows that can be read/,
    good: '40 accepted', bad: '8 to correct', cancel: 'Cancel',
  },
  zh: {
    title: '检查产品目录', choose: '选择文件', sample: '用示例试一试', template: '下载模板',
    problems: /^问题（/, products: /^产品（/, unit: /联合国 Rec 20/, toCorrect: '下载需要修改的行',
    accepted: '下载合格的行', wrong: '有什么问题', search: '搜索您的产品', query: '六角螺栓 M6',
    name: '外六角螺栓', preview: '买家看到的样子', breaks: '阶梯价格', close: '关闭', columns: '各列分别对应什么？',
    check: '开始检查', missing: '还缺：单位', other: 'English', another: '换一个文件', unreadable: /没有可以读取的行/,
    good: '40 行合格', bad: '8 行需要修改', cancel: '取消',
  },
};

/** The repository's file, whatever folder the tests are started in. */
function sample(): Buffer {
  return readFileSync(new URL(`../../${SAMPLE}`, import.meta.url));
}

async function give(page: Page, name: string, buffer: Buffer) {
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** What a button gives as a download. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function violations(page: Page) {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

async function isTooWide(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

for (const language of LANGUAGES) {
  const says = SAYS[language];

  test(`${language}: a file is checked, its bad rows come back, and its good ones are found`, async ({ page }) => {
    const sent: string[] = [];
    page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()); });
    await open(page, `${language}/office/intake`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(says.title);
    expect(await violations(page), 'before').toEqual([]);
    await give(page, 'goods.csv', sample());

    await expect(page.locator('.figures')).toContainText(says.good);
    await expect(page.locator('.figures')).toContainText(says.bad);
    const list = page.locator('.list');
    await expect(list.getByRole('row').filter({ hasText: 'pcs' })).toContainText(says.unit);
    expect(await violations(page), 'problems').toEqual([]);
    expect(await isTooWide(page)).toBe(false);

    const refused = await saved(page, says.toCorrect);
    expect(refused.name).toBe('goods-to-correct.csv');
    const lines = refused.text.trimEnd().split('\r\n').length > 1 ? refused.text.split('\r\n') : refused.text.split('\n');
    expect(lines[0]).toMatch(new RegExp(`^\uFEFFsku,.*,${says.wrong}$`));
    expect(refused.text).toMatch(says.unit);
    const accepted = await saved(page, says.accepted);
    expect(accepted.text.trimEnd().split('\n')).toHaveLength(41);

    await page.getByRole('button', { name: says.products }).click();
    await page.getByRole('searchbox', { name: says.search }).fill(says.query);
    const first = list.getByRole('row').filter({ has: page.getByRole('button') }).first();
    await expect(first).toContainText(says.name);
    await expect(first).toContainText('M6');
    await first.getByRole('button').click();
    const preview = page.getByRole('complementary', { name: says.preview });
    await expect(preview.getByRole('heading', { name: says.breaks })).toBeVisible();
    await expect(preview.getByRole('img')).toBeVisible();
    expect(await violations(page), 'products').toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await preview.getByRole('button', { name: says.close }).click();
    await expect(preview).toHaveCount(0);
    expect(sent, 'a file goes nowhere').toEqual([]);
  });

  test(`${language}: columns of other names are asked for once, and remembered`, async ({ page }) => {
    const renamed = Buffer.from(sample().toString('utf8').replace(',unit,', ',Verkaufseinheit,'));
    await open(page, `${language}/office/intake`);
    await give(page, 'goods.csv', renamed);
    await expect(page.getByRole('heading', { name: says.columns })).toBeVisible();
    await expect(page.getByText(says.missing)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await page.locator('#column-7').selectOption({ label: 'Verkaufseinheit' });
    await page.getByRole('button', { name: says.check }).click();
    await expect(page.locator('.figures')).toContainText(says.good);
    await page.reload();
    await arrived(page);
    await give(page, 'goods.csv', renamed);
    await expect(page.locator('.figures')).toContainText(says.good);
  });
}

test('the sample is tried with the keyboard, and stays when the language changes', async ({ page }) => {
  await open(page, 'en/office/intake');
  await page.getByRole('button', { name: SAYS.en.sample }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.figures')).toContainText(SAYS.en.good);
  await page.getByRole('link', { name: SAYS.en.other, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SAYS.zh.title);
  await expect(page.locator('.figures')).toContainText(SAYS.zh.good);
});

test('a file that is no table is named as such, and the next one is read', async ({ page }) => {
  await open(page, 'en/office/intake');
  await give(page, 'photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  await expect(page.getByRole('alert')).toContainText(SAYS.en.unreadable);
  await expect(page.getByRole('alert')).toContainText('neither CSV nor XLSX');
  await give(page, 'goods.csv', sample());
  await expect(page.locator('.figures')).toContainText(SAYS.en.good);
});

test('ten thousand rows are scrolled with a handful of them in the page', async ({ page }) => {
  const [head, ...rows] = sample().toString('utf8').trimEnd().split('\r\n');
  const good = rows[0].slice(rows[0].indexOf(','));
  const many = Array.from({ length: 10_000 }, (_, at) => (at % 4 ? `A-${at}${good}` : `A-${at}${good.replace(',C62,', ',pcs,')}`));
  await open(page, 'en/office/intake');
  await give(page, 'many.csv', Buffer.from([head, ...many].join('\r\n')));
  await expect(page.locator('.figures')).toContainText('7,500 accepted', { timeout: 30_000 });
  const list = page.locator('.list');
  await list.evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
  await expect(list.getByRole('row').last()).toContainText('9998');
  expect(await list.locator('tr').count()).toBeLessThan(60);
});
