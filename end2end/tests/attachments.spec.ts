// Pictures and drawings that go with a request's line and with a message, between two companies on the hub's own server.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { buyer, other, supplier } from './deal_people';
import { paper, photograph } from './files';
import { expect, LANGUAGES, test, type Language } from './hub';
import { settled, sound } from './office_page';
import { ask, withdrawAll } from './people';

const WORDS = {
  en: {
    quantity: /^Quantity, line 1/, send: 'Send to 1 supplier', open: 'Open', line: 'Pallet of a new supplier',
    attach: 'Attach pictures or PDFs to line 1', sendMessage: 'Send message', attachMessage: 'Attach pictures or PDFs',
    many: 'six.pdf was not attached: there are 5 files already.', unread: /^notes\.png was not attached: it is no picture/,
    large: /^large\.pdf was not attached: it is too large/, offline: /^late\.pdf was not attached: files need the network/,
  },
  zh: {
    quantity: '第 1 行数量', send: '发送给 1 家供应商', open: '询价中', line: '新供应商托盘',
    attach: '为第 1 行添加图片或 PDF', sendMessage: '发送留言', attachMessage: '添加图片或 PDF',
    many: '未添加 six.pdf：已有 5 个文件。', unread: /^未添加 notes\.png：既不是可读取的图片/,
    large: /^未添加 large\.pdf：文件过大/, offline: /^未添加 late\.pdf：上传文件需要联网/,
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

const PDF = 'application/pdf';
const state = (page: Page) => page.locator('.deal-head .deal-state');
const files = (page: Page, within: string) => page.locator(`${within} .deal-files > li`);

/** The picture of a file is there, and is one. */
async function drawn(page: Page, within: string) {
  const picture = page.locator(`${within} .deal-files img`);
  await expect(picture).toHaveCount(1);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: a picture and a PDF go with a line, a picture with a message, and the other side opens them`, async ({ page, browser }) => {
    test.slow();
    const [context, theirs] = await other(browser, page);
    const seller = await supplier(theirs);
    const own = await buyer(page);
    await page.goto(`${language}/office/request?product=${seller.product}`);
    await expect(page.locator('.deal-line').getByText(words.line)).toBeVisible({ timeout: 20_000 });
    await page.getByLabel(words.quantity).fill('5000');
    const photo = { name: 'pallet.jpg', mimeType: 'image/jpeg', buffer: await photograph(page) };
    const drawing = { name: '图纸 B.pdf', mimeType: PDF, buffer: paper() };
    await page.getByLabel(words.attach).setInputFiles([photo, drawing]);
    await expect(files(page, '.deal-line')).toHaveCount(2);
    await drawn(page, '.deal-line');
    await expect(files(page, '.deal-line').last()).toContainText('图纸 B.pdf');
    await sound(page);
    // What is attached is part of what is written: it is there when the page is opened again.
    await page.reload();
    await expect(files(page, '.deal-line')).toHaveCount(2);
    await page.getByRole('button', { name: words.send }).click();
    await expect(state(page)).toHaveText(words.open, { timeout: 20_000 });
    await drawn(page, '.deal-asked');
    await sound(page);

    await theirs.goto(`${language}/office/company/${seller.company}/requests`);
    await theirs.getByRole('link', { name: words.line }).click();
    await settled(theirs);
    await drawn(theirs, '.deal-asked');
    await sound(theirs);
    // Sent without the place it was taken at; a document as it is, to be saved and not to be run.
    const [looked, saved] = await files(theirs, '.deal-asked').locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const picture = await theirs.request.get(looked!);
    expect((await picture.body()).includes('Exif')).toBe(false);
    expect(picture.headers()['content-security-policy']).toContain('sandbox');
    const [download] = await Promise.all([theirs.waitForEvent('download'), files(theirs, '.deal-asked').last().locator('a').click()]);
    expect(download.suggestedFilename()).toBe('图纸 B.pdf');
    expect(readFileSync(await download.path()).equals(drawing.buffer)).toBe(true);
    expect((await theirs.request.get(saved!)).headers()['content-disposition']).toMatch(/^attachment; /);

    // A message may be a picture alone.
    await theirs.getByLabel(words.attachMessage).setInputFiles(photo);
    await expect(files(theirs, '.deal-tray')).toHaveCount(1);
    await sound(theirs);
    await theirs.getByRole('button', { name: words.sendMessage }).click();
    await expect(theirs.locator('.deal-thread > li')).toHaveCount(1);
    await expect(files(theirs, '.deal-tray')).toHaveCount(0);
    await drawn(theirs, '.deal-thread');
    const { body } = await ask(page, 'GET', `v1/companies/${own}/quotations`);
    await expect.poll(async () => {
      const thread = await ask(page, 'GET', `v1/companies/${own}/quotations/${body.items[0].id}/messages`);
      return thread.body.items.length;
    }).toBe(1);
    await page.goto(`${language}/office/company/${own}/quotations/${body.items[0].id}`);
    await settled(page);
    await drawn(page, '.deal-thread');
    await sound(page);

    // Somebody who has nothing to do with it finds nothing.
    const [away, stranger] = await other(browser, page);
    await buyer(stranger);
    for (const address of [looked!, saved!]) expect((await stranger.request.get(address)).status()).toBe(404);
    await away.close();
    await withdrawAll(theirs);
    await context.close();
  });

  test(`${language}: what cannot be attached is said by its name, and what is written stays`, async ({ page }) => {
    await buyer(page);
    await page.goto(`${language}/office/request?need=${encodeURIComponent('Hex bolt M8 x 40')}`);
    await page.getByLabel(words.quantity).fill('5000');
    const input = page.getByLabel(words.attach);
    const said = page.locator('.deal-line .deal-tray [role=status]');
    await input.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await expect(said).toHaveText(words.unread);
    await input.setInputFiles({ name: 'large.pdf', mimeType: PDF, buffer: paper((2 << 20) + 1) });
    await expect(said).toHaveText(words.large);
    await page.context().setOffline(true);
    await input.setInputFiles({ name: 'late.pdf', mimeType: PDF, buffer: paper() });
    await expect(said).toHaveText(words.offline);
    await expect(page.getByLabel(words.quantity)).toHaveValue('5000');
    await page.context().setOffline(false);
    const names = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => `${name}.pdf`);
    await input.setInputFiles(names.map((name) => ({ name, mimeType: PDF, buffer: paper() })));
    await expect(said).toHaveText(words.many);
    await expect(files(page, '.deal-line')).toHaveCount(5);
    await files(page, '.deal-line').first().getByRole('button').click();
    await expect(files(page, '.deal-line')).toHaveCount(4);
    await expect(input).toBeFocused();
    await sound(page);
  });
}
