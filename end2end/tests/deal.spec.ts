// From need to review between two companies, on the hub's own server: asked, quoted, countered, compared, accepted,
// ordered, shipped, claimed, completed.
import type { Page } from '@playwright/test';
import { buyer, other, supplier } from './deal_people';
import { expect, LANGUAGES, test, type Language } from './hub';
import { settled, sound } from './office_page';
import { fulfil, ORDER, type Side } from './order_steps';
import { ask, withdrawAll } from './people';

const WORDS = {
  en: {
    compose: 'New sourcing request', requests: 'Sourcing requests', inbox: 'Requests to you', quantity: /^Quantity, line 1/,
    send: 'Send to 1 supplier', sendAll: 'Send to 3 suppliers', silent: '1 supplier has not answered yet', lost: 'Not chosen', nobody: 'Choose at least one supplier.', open: 'Open', waiting: 'Not sent yet', toAnswer: 'To answer', quoted: 'Quoted',
    counter: 'Counter-offer', accepted: 'Accepted', awarded: 'Awarded', answer: 'Quote', price: /^Price a unit/, days: /^Lead time/,
    payment: 'Payment terms', sendQuote: 'Send quotation', makeCounter: 'Make a counter-offer', sendCounter: 'Send counter-offer', revise: 'Change the quotation',
    accept: 'Accept', acceptSure: /^Accept at /, compare: 'Quotations side by side', message: 'Message', sendMessage: 'Send message',
    change: /price S\$0\.40 → S\$0\.38 \(−5 %\)/, decline: 'Decline', declined: 'Declined', close: 'Close the request', closeSure: 'Close for good', closed: 'Closed',
    line: 'Pallet of a new supplier', glossary: 'Words of the trade in it: 交货期 = lead time', drafts: 'Drafts', add: 'Add a line', item: /^Goods, line 2/,
  },
  zh: {
    compose: '新建询价单', requests: '询价单', inbox: '收到的询价', quantity: '第 1 行数量',
    send: '发送给 1 家供应商', sendAll: '发送给 3 家供应商', silent: '另有 1 家尚未答复', lost: '未选中', nobody: '请至少选择一家供应商。', open: '询价中', waiting: '尚未发送', toAnswer: '待报价', quoted: '已报价',
    counter: '还价中', accepted: '已接受', awarded: '已成交', answer: '报价', price: /^单价/, days: /^交货期/,
    payment: '付款条件', sendQuote: '发送报价', makeCounter: '还价', sendCounter: '发送还价', revise: '修改报价',
    accept: '接受报价', acceptSure: /^确定以 /, compare: '报价比较', message: '留言', sendMessage: '发送留言',
    change: /单价 S\$0\.40 → S\$0\.38（−5 %）/, decline: '婉拒', declined: '已婉拒', close: '关闭询价', closeSure: '确定关闭', closed: '已关闭',
    line: '新供应商托盘', glossary: '文中行业用语： lead time = 交货期', drafts: '草稿', add: '添加一行', item: /^第 2 行品名/,
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

/** Quotes by the API what it was asked for last, at a price; returns the quotation's address. */
async function quote(page: Page, company: string, price: string): Promise<string> {
  const asked = (await ask(page, 'GET', `v1/companies/${company}/quotations`)).body.items[0];
  const { terms } = (await ask(page, 'GET', `v1/companies/${company}/requests/${asked.request}`)).body;
  const line = { line: terms.lines[0].id, price, quantity: terms.lines[0].quantity, lead_time_days: 9 };
  const bid = { lines: [line], currency: 'CNY', incoterm: 'FOB', place: 'Singapore', payment: '30 days', valid_until: terms.valid_until };
  const address = `v1/companies/${company}/quotations/${asked.id}`;
  const answer = await ask(page, 'POST', `${address}/offers`, bid, { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${asked.version}"` });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return address;
}

const state = (page: Page) => page.locator('.deal-head .deal-state');
const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name, exact: typeof name === 'string' }).click();

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`${language}: a need becomes an order, and the order comes to its end`, async ({ page, browser }) => {
    // Four people, and axe on each of their pages.
    test.setTimeout(360_000);
    const [context, theirs] = await other(browser, page);
    const seller = await supplier(theirs);
    const [otherContext, others] = await other(browser, page);
    // Others who run at the same time have suppliers too.
    const mark = crypto.randomUUID().slice(0, 6);
    const rival = await supplier(others, `Jurong Pallet ${mark}`, `裕廊托盘 ${mark}`);
    const [silentContext, silent] = await other(browser, page);
    await supplier(silent, `Changi Pallet ${mark}`, `樟宜托盘 ${mark}`);
    const own = await buyer(page);

    // What is asked for stands there by itself; the rest is typed.
    await page.goto(`${language}/office/request?product=${seller.product}`);
    await expect(page.getByRole('heading', { level: 1, name: words.compose })).toBeVisible();
    await expect(page.locator('.deal-line').getByText(words.line)).toBeVisible({ timeout: 20_000 });
    await page.getByLabel(words.quantity).fill('5000');
    await page.locator('#deal-incoterm').selectOption('CIF');
    await page.locator('#deal-currency').selectOption('SGD');
    await page.locator('#deal-currency').blur();
    // The engine names who else has it.
    for (const name of [new RegExp(`(Jurong Pallet|裕廊托盘) ${mark}`), new RegExp(`(Changi Pallet|樟宜托盘) ${mark}`)]) {
      await page.locator('.deal-who > li').filter({ hasText: name }).getByRole('checkbox').check({ timeout: 20_000 });
    }
    await sound(page);
    // Twice is once.
    await page.getByRole('button', { name: words.sendAll }).dblclick();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.line);
    await expect(state(page)).toHaveText(words.open, { timeout: 20_000 });
    await sound(page);
    const sent = await ask(page, 'GET', `v1/companies/${own}/requests`);
    expect(sent.body.items).toHaveLength(1);
    const request = page.url();

    // The supplier hears of it, and the form has the catalogue's price at that quantity.
    await theirs.goto(`${language}/office/company/${seller.company}/requests`);
    await settled(theirs);
    await expect(theirs.getByRole('heading', { level: 1, name: words.inbox })).toBeVisible();
    await expect(theirs.locator('.deal-card .deal-state')).toHaveText(words.toAnswer);
    await sound(theirs);
    await theirs.getByRole('link', { name: words.line }).click();
    await press(theirs, words.answer);
    await expect(theirs.getByLabel(words.price)).toHaveValue('0.40');
    await theirs.locator('#bid-payment').fill('30 % deposit');
    await sound(theirs);
    await press(theirs, words.sendQuote);
    await expect(state(theirs)).toHaveText(words.quoted);
    await expect(theirs.locator('.deal-version .warn, .deal-next .warn')).toHaveCount(0, { timeout: 20_000 });

    const lost = await quote(others, rival.company, '2.2');

    // The buyer compares, and wants it cheaper.
    await page.goto(request);
    await settled(page);
    await expect(page.getByRole('heading', { name: words.compare })).toBeVisible();
    const compared = page.locator('.deal-compare');
    await expect(compared).toContainText('S$2,000.00');
    await expect(compared).toContainText(words.silent);
    // CIF beside FOB: with freight and duty both stand at the destination.
    await compared.locator('summary').click();
    for (const [field, cost] of ['300', '40', '6.5'].entries()) await page.locator(`#landed-${field}`).fill(cost);
    // CIF: 2,000.00 and 6.5 % of it; nothing else is left to the buyer.
    await expect(compared).toContainText('S$2,130.00');
    await sound(page);
    await compared.getByRole('link', { name: /Tuas Bolt|大士螺栓/ }).first().click();
    await press(page, words.makeCounter);
    await page.getByLabel(words.price).fill('0.38');
    await sound(page);
    await press(page, words.sendCounter);
    await expect(page.locator('.deal-changes').first()).toHaveText(words.change);
    await expect(state(page)).toHaveText(words.counter);
    await page.locator('#deal-message').fill(language === 'en' ? '交货期能缩短吗？' : 'Can the lead time be shorter?');
    await press(page, words.sendMessage);
    await expect(page.locator('.deal-thread li')).toHaveCount(1);
    await expect(page.locator('.deal-thread small').filter({ hasText: /not sent|尚未/ })).toHaveCount(0, { timeout: 20_000 });

    // The supplier agrees: the same once more.
    await theirs.reload();
    await settled(theirs);
    await expect(state(theirs)).toHaveText(words.counter);
    await expect(theirs.locator('.deal-thread')).toContainText(words.glossary);
    await press(theirs, words.revise);
    await expect(theirs.getByLabel(words.price)).toHaveValue('0.38');
    await press(theirs, words.sendQuote);
    await expect(state(theirs)).toHaveText(words.quoted);
    await expect(theirs.locator('.deal-next .warn')).toHaveCount(0, { timeout: 20_000 });
    await sound(theirs);

    await page.reload();
    await settled(page);
    await press(page, words.accept);
    await press(page, words.acceptSure);
    await expect(state(page)).toHaveText(words.accepted);
    await expect(page.locator('.deal-next .warn')).toHaveCount(0, { timeout: 20_000 });
    await expect(page.getByRole('link', { name: ORDER[language].see })).toBeVisible();
    const quotation = new URL(page.url()).pathname.split('/').at(-1);
    await page.goto(request);
    await expect(state(page)).toHaveText(words.awarded);
    // Who was not chosen hears of it, and of nothing else.
    expect((await ask(others, 'GET', lost)).body.state).toBe('lost');
    await others.goto(`${language}/office/company/${rival.company}/notices`);
    await settled(others);
    await expect(others.locator('.notices li')).toHaveCount(2);
    await sound(others);
    await theirs.reload();
    await expect(state(theirs)).toHaveText(words.accepted);
    await sound(theirs);
    const as = async (side: Side) => {
      const [who, company] = side === 'buyer' ? [page, own] : [theirs, seller.company];
      await who.goto(`${language}/office/company/${company}/orders/${quotation}`);
      await settled(who);
      return who;
    };
    await fulfil(language, as, '2000');
    for (const [who, company] of [[page, own], [theirs, seller.company]] as const) {
      await who.goto(`${language}/office/company/${company}/orders`);
      await expect(who.locator('.deal-card')).toHaveCount(1);
      await sound(who);
      await who.goto(`${language}/office/company/${company}/settings`);
      await sound(who);
    }
    for (const who of [theirs, others, silent]) await withdrawAll(who);
    for (const device of [context, otherContext, silentContext]) await device.close();
  });

  test(`${language}: what is written without a network is shown at once and arrives once`, async ({ page }) => {
    const own = await buyer(page);
    await page.goto(`${language}/office/request?need=${encodeURIComponent('Hex bolt M8 x 40, A2-70')}`);
    await expect(page.getByRole('heading', { level: 1, name: words.compose })).toBeVisible();
    await page.getByLabel(words.quantity).fill('5000');
    await press(page, /^(Send|发送)$/);
    await expect(page.getByText(words.nobody)).toBeVisible();
    await page.locator('.deal-who input').first().check({ timeout: 20_000 });
    await page.context().setOffline(true);
    await page.getByRole('button', { name: words.send }).click();
    await expect(state(page)).toHaveText(words.waiting);
    await page.context().setOffline(false);
    await expect(state(page)).toHaveText(words.open, { timeout: 30_000 });
    await page.locator('.deal-back a').click();
    await expect(page.locator('.deal-card .deal-state')).toHaveText(words.open);
    await sound(page);
    const sent = await ask(page, 'GET', `v1/companies/${own}/requests`);
    expect(sent.body.items).toHaveLength(1);
  });

  test(`${language}: a supplier declines with a reason, and a buyer closes what is not wanted any more`, async ({ page, browser }) => {
    const [context, theirs] = await other(browser, page);
    const seller = await supplier(theirs);
    await buyer(page);
    await page.goto(`${language}/office/request?product=${seller.product}&quantity=600`);
    await expect(page.locator('.deal-line').getByText(words.line)).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: words.send }).click();
    await expect(state(page)).toHaveText(words.open, { timeout: 20_000 });
    await theirs.goto(`${language}/office/company/${seller.company}/requests`);
    await theirs.getByRole('link', { name: words.line }).click();
    await press(theirs, words.decline);
    await sound(theirs);
    await press(theirs, words.decline);
    await expect(state(theirs)).toHaveText(words.declined);
    await expect(theirs.locator('.deal-next .warn')).toHaveCount(0, { timeout: 20_000 });
    await page.reload();
    await expect(page.locator('.deal-suppliers .deal-state')).toHaveText(words.declined);
    await press(page, words.close);
    await sound(page);
    await press(page, words.closeSure);
    await expect(state(page)).toHaveText(words.closed, { timeout: 20_000 });
    await withdrawAll(theirs);
    await context.close();
  });
}
