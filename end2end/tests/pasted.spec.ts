// A list pasted into a request: read, looked up, chosen from, kept over a reload, added to the lines.
import { BOLT, expect, LANGUAGES, test, type Language } from './hub';
import { go, sound } from './office_page';
import { id, ask, signUp } from './people';
import { workbook } from './workbook';

const WORDS = {
  en: {
    open: 'Paste a list', list: 'Your list', means: 'What line 2 means', add: 'Add 2 lines', added: '2 lines added',
    unread: /^1 line was not read/, asWritten: 'As I wrote it', nothing: /^Nothing like it/, send: /^Send/,
    fault: 'Please add the pasted lines to the request, or discard the list.', spreadsheet: /copy the cells/, broken: /cannot be read/,
  },
  zh: {
    open: '粘贴清单', list: '采购清单', means: '第 2 行对应的商品', add: '添加 2 行', added: '已添加 2 行',
    unread: /^1 行未写明货物/, asWritten: '按原文', nothing: /^目录中没有类似商品/, send: /^发送/,
    fault: '请先将清单添加到询价单，或清除清单。', spreadsheet: /复制单元格/, broken: /无法读取此文件/,
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: a pasted list becomes lines of a request`, async ({ page }) => {
    await page.goto('en/about');
    await signUp(page);
    const company = id();
    const form = {
      kind: 'buyer', registration: { scheme: 'uscc', number: '91350100M000100Y43' },
      name: { en: 'Huaxin Trading', zh: '华芯贸易' }, about: { en: '', zh: '' },
    };
    const founded = await ask(page, 'PUT', `v1/companies/${company}`, form, { 'idempotency-key': crypto.randomUUID() });
    expect(founded.status).toBe(201);
    await go(page, `${language}/office/request`);
    await page.getByRole('button', { name: words.open }).click();
    const list = page.getByLabel(words.list);
    await expect(list).toBeFocused();
    await list.fill(`Item\tQty\n${BOLT.sku}\t500\nzzqx vvkw\t20 pairs\n\t700`);
    await list.blur();
    await expect(page.getByLabel(words.means).locator('option:checked')).toContainText(BOLT[language], { timeout: 30_000 });
    await expect(page.getByText(words.nothing).first()).toBeVisible();
    await expect(page.getByText(words.unread)).toBeVisible();
    await sound(page);

    // What is pasted is neither sent nor lost.
    await page.getByRole('main').getByRole('button', { name: words.send }).click();
    await expect(page.getByText(words.fault)).toBeVisible();
    await page.reload();
    await expect(list).toHaveValue(/zzqx/);

    // A workbook is read; what is none, or an old one, is said to be so.
    const given = (name: string, buffer: Buffer) => page.locator('#deal-list-file').setInputFiles({ name, mimeType: 'application/zip', buffer });
    await given('list.xlsx', Buffer.from('PK\x03\x04 and nothing of a workbook', 'latin1'));
    await expect(page.getByText(words.broken)).toBeVisible();
    await given('list.xls', Buffer.from('PK'));
    await expect(page.getByText(words.spreadsheet)).toBeVisible();
    await given('list.xlsx', workbook([['Item', 'Qty'], [BOLT.sku, '500'], ['zzqx vvkw', '20 pairs']]));
    await expect(list).toHaveValue(/^Item\tQty\n.*\t500\n/);
    await expect(page.getByText(words.spreadsheet)).toBeHidden();
    await page.getByRole('button', { name: words.add, exact: true }).click({ timeout: 30_000 });
    await expect(page.getByText(words.added)).toBeVisible();
    await expect(page.locator('.deal-line')).toHaveCount(2);
    await expect(page.locator('.deal-line').first()).toContainText(BOLT[language]);
    await expect(page.locator('.deal-line input').first()).toHaveValue('500');
    await expect(page.locator('.deal-line textarea')).toHaveValue(/zzqx vvkw/);
    await expect(page.locator('.deal-line select').nth(1)).toHaveValue('PR');
    await sound(page);
  });

  test(`${language}: a file of values is a list`, async ({ page }) => {
    await page.goto('en/about');
    await signUp(page);
    const form = {
      kind: 'buyer', registration: { scheme: 'uscc', number: '91350100M000100Y43' },
      name: { en: 'Huaxin Trading', zh: '华芯贸易' }, about: { en: '', zh: '' },
    };
    await ask(page, 'PUT', `v1/companies/${id()}`, form, { 'idempotency-key': crypto.randomUUID() });
    await go(page, `${language}/office/request`);
    await page.getByRole('button', { name: words.open }).click();
    const buffer = Buffer.from(`SKU,Description,Qty\r\n${BOLT.sku},"Hex bolt, zinc",500\r\n`);
    await page.locator('#deal-list-file').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByLabel(words.list)).toHaveValue(/Hex bolt, zinc\t500/);
  });
}
