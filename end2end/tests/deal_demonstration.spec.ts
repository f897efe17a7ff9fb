// From need to review in the demonstration without a server and without a network: one visitor plays buyer, approver and
// supplier.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { paper, photograph } from './files';
import { expect, LANGUAGES, test, type Language } from './hub';
import { go, kept, settled, sound } from './office_page';
import { fulfil, ORDER, type Side } from './order_steps';
import { StaticHost } from './static_host';

const FOLDER = process.env.HUB_DEMO ?? join(import.meta.dirname, '../../dist');
const PRODUCT = 'tuasbolt.hs17-88z-6x16';

const WORDS = {
  en: {
    bar: 'Demonstration', play: 'Play', switch: 'Switch', quantity: /^Quantity, line 1/, line: /^Hex bolt, full thread, ISO 4017, M6 × 16/,
    send: 'Send to 1 supplier', open: 'Open', toAnswer: 'To answer', answer: 'Quote', price: /^Price a unit/, quote: 'Send quotation', quoted: 'Quoted',
    offer: 'Make a counter-offer', counter: 'Send counter-offer', countered: 'Counter-offer', revise: 'Change the quotation', accept: 'Accept',
    sure: /^Accept at /, accepted: 'Accepted', awarded: 'Awarded', requests: 'Requests',
  },
  zh: {
    bar: '演示', play: '扮演', switch: '切换', quantity: '第 1 行数量', line: /^外六角螺栓 全牙 ISO 4017 M6×16/,
    send: '发送给 1 家供应商', open: '询价中', toAnswer: '待报价', answer: '报价', price: /^单价/, quote: '发送报价', quoted: '已报价',
    offer: '还价', counter: '发送还价', countered: '还价中', revise: '修改报价', accept: '接受报价',
    sure: /^确定以 /, accepted: '已接受', awarded: '已成交', requests: '询价',
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

let host: StaticHost;
test.beforeEach(async () => { host = await StaticHost.serve(FOLDER, '/deep/er/'); });
test.afterEach(() => host.stop());

const state = (page: Page) => page.locator('.deal-head .deal-state');
const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name, exact: typeof name === 'string' }).click();

/** Plays somebody else by the bar. */
async function play(page: Page, language: Language, who: string) {
  const bar = page.getByRole('complementary', { name: WORDS[language].bar });
  await bar.getByRole('button', { name: WORDS[language].switch }).click();
  await bar.getByRole('button', { name: new RegExp(`^${WORDS[language].play} .*${who}`) }).click();
  await expect(bar.locator('b').first()).toContainText(who);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: one visitor takes a need to a reviewed order without a network`, async ({ page, context }) => {
    test.setTimeout(240_000);
    await go(page, `${host.address}${language}/office/`);
    await page.getByRole('main').getByRole('button', { name: new RegExp(`^${words.play} .*Lin Yue`) }).click();
    await go(page, `${host.address}${language}/office/request/?product=${PRODUCT}`);
    await expect(page.locator('.deal-line').getByText(words.line)).toBeVisible({ timeout: 20_000 });
    await kept(page);
    await context.setOffline(true);
    // More than a trader may order alone.
    await page.getByLabel(words.quantity).fill('250000');
    await page.locator('.deal-line input[type=file]').setInputFiles([
      { name: 'bolt.jpg', mimeType: 'image/jpeg', buffer: await photograph(page) },
      { name: 'drawing.pdf', mimeType: 'application/pdf', buffer: paper() },
    ]);
    await expect(page.locator('.deal-line .deal-files > li')).toHaveCount(2);
    await page.locator('#deal-incoterm').selectOption('CIF');
    await page.locator('#deal-currency').selectOption('SGD');
    await page.getByRole('button', { name: words.send }).click();
    await expect(state(page)).toHaveText(words.open, { timeout: 20_000 });
    await sound(page);
    const request = page.url();

    await play(page, language, 'Kumar Rajan');
    await page.getByRole('navigation').getByRole('link', { name: words.requests, exact: true }).first().click();
    const asked = page.locator('.deal-card').filter({ hasText: words.toAnswer }).filter({ has: page.getByRole('link', { name: words.line }) });
    await asked.getByRole('link').first().click();
    const picture = page.locator('.deal-asked .deal-files img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
    await expect(page.locator('.deal-asked .deal-files a[download="drawing.pdf"]')).toHaveCount(1);
    await press(page, words.answer);
    await expect(page.getByLabel(words.price)).toHaveValue(/^0\.\d+$/);
    await page.locator('#bid-payment').fill('30 % deposit');
    await press(page, words.quote);
    await expect(state(page)).toHaveText(words.quoted);
    await expect(page.locator('.deal-next .warn')).toHaveCount(0, { timeout: 20_000 });
    await sound(page);
    const quotation = page.url();

    await play(page, language, 'Lin Yue');
    await page.goto(request);
    await settled(page);
    await page.locator('.deal-compare').getByRole('link').first().click();
    const offered = page.url();
    await press(page, words.offer);
    await page.getByLabel(words.price).fill('0.025');
    await press(page, words.counter);
    await expect(state(page)).toHaveText(words.countered);
    await expect(page.locator('.deal-next .warn')).toHaveCount(0, { timeout: 20_000 });

    await play(page, language, 'Kumar Rajan');
    await page.goto(quotation);
    await settled(page);
    await press(page, words.revise);
    await expect(page.getByLabel(words.price)).toHaveValue('0.025');
    await press(page, words.quote);
    await expect(state(page)).toHaveText(words.quoted);
    await expect(page.locator('.deal-next .warn')).toHaveCount(0, { timeout: 20_000 });

    await play(page, language, 'Lin Yue');
    await page.goto(offered);
    await settled(page);
    await press(page, words.accept);
    await press(page, words.sure);
    const order = ORDER[language];
    await expect(page.getByRole('main')).toContainText(order.waits, { timeout: 20_000 });
    await sound(page);

    await play(page, language, 'Chen Hao');
    await page.goto(offered.replace(/quotations.*/, 'approvals'));
    await settled(page);
    const total = /6,250\.00/;
    const waiting = page.locator('.deal-card').filter({ hasText: total });
    await sound(page);
    await waiting.getByRole('button', { name: order.approve }).click();
    await waiting.getByRole('button', { name: order.approveSure }).click();
    await expect(waiting.locator('.deal-state')).toHaveText(order.approved, { timeout: 20_000 });

    await play(page, language, 'Lin Yue');
    await page.goto(offered);
    await settled(page);
    await expect(state(page)).toHaveText(words.accepted);
    await expect(page.getByRole('link', { name: order.see })).toBeVisible();
    await sound(page);
    const address = { buyer: offered, supplier: quotation };
    let played: Side = 'buyer';
    const as = async (side: Side) => {
      if (side !== played) await play(page, language, side === 'buyer' ? 'Lin Yue' : 'Kumar Rajan');
      played = side;
      await page.goto(address[side].replace('/quotations/', '/orders/'));
      await settled(page);
      return page;
    };
    await fulfil(language, as, '100000');
    await page.goto(request);
    await settled(page);
    await expect(state(page)).toHaveText(words.awarded);
    await sound(page);
  });
}
