// An order from its placing to its review, by both sides in turn.
import { expect, type Page } from '@playwright/test';
import type { Language } from './hub';
import { settled, sound } from './office_page';

export type Side = 'buyer' | 'supplier';

export const ORDER = {
  en: {
    see: 'See the order', placed: 'To be confirmed', confirm: 'Confirm the order', confirmed: 'Confirmed', ship: 'Enter a shipment', quantity: /quantity in this shipment$/,
    shipping: 'Shipping', receive: 'Confirm receipt', received: 'Received', claim: 'Make a claim', claimWords: 'In your words', answer: 'Answer the claim', settle: 'Accept the answer',
    complete: 'Complete the order', completed: 'Completed', review: 'Review the supplier', more: 'Other steps', papers: 'Documents to print', title: /^Order PO-\d{4}-\d{4}$/,
    proforma: /Proforma invoice PI-\d{4}-\d{4}/, waits: 'This offer waits for approval in your company.', approvals: 'To approve', approve: 'Approve and order', approveSure: /^Order for /,
    approved: 'Approved',
  },
  zh: {
    see: '查看订单', placed: '待确认', confirm: '确认订单', confirmed: '已确认', ship: '登记发货', quantity: /：本批数量$/,
    shipping: '发货中', receive: '确认收货', received: '已收货', claim: '提出索赔', claimWords: '说明', answer: '答复索赔', settle: '接受答复',
    complete: '完成订单', completed: '已完成', review: '评价供应商', more: '其他操作', papers: '可打印单据', title: /^订单 PO-\d{4}-\d{4}$/,
    proforma: /形式发票 PI-\d{4}-\d{4}/, waits: '此报价正在贵司内部审批。', approvals: '待审批', approve: '批准并下单', approveSure: /^确定以 /,
    approved: '已批准',
  },
} satisfies Record<Language, Record<string, string | RegExp>>;

const state = (page: Page) => page.locator('.deal-head .deal-state');
const main = (page: Page) => page.getByRole('main');

/** What was sent has arrived. */
async function sent(page: Page) {
  await expect(page.locator('.deal-next .warn')).toHaveCount(0, { timeout: 20_000 });
}

/** A step of one press that asks once more; `name` is what its button begins with. */
async function twice(page: Page, name: string) {
  const button = main(page).getByRole('button', { name: new RegExp(`^${name}`) }).first();
  await button.click();
  await button.click();
  await sent(page);
}

async function unfold(page: Page, language: Language) {
  const more = main(page).locator('summary', { hasText: ORDER[language].more });
  if (await more.count()) await more.click();
}

async function shipped(page: Page, language: Language, quantity: string | null) {
  const words = ORDER[language];
  await main(page).getByRole('button', { name: words.ship }).click();
  if (quantity) await page.getByLabel(words.quantity).fill(quantity);
  await page.locator('#order-carrier').fill('COSCO');
  await page.locator('#order-tracking').fill('COSU6412345670');
  await sound(page);
  await page.locator('.deal-form').getByRole('button', { name: words.ship }).click();
  await sent(page);
  await expect(state(page)).toHaveText(words.shipping);
}

async function received(page: Page, language: Language, note: string) {
  const words = ORDER[language];
  await main(page).getByRole('button', { name: new RegExp(`^${words.receive}`) }).first().click();
  await page.locator('#order-note').fill(note);
  await page.locator('.deal-form').getByRole('button', { name: words.receive }).click();
  await sent(page);
}

/** `as`: the order's page, seen by a side. */
export async function fulfil(language: Language, as: (side: Side) => Promise<Page>, part: string) {
  const words = ORDER[language];
  let page = await as('buyer');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
  await expect(state(page)).toHaveText(words.placed);
  await sound(page);

  page = await as('supplier');
  await twice(page, words.confirm);
  await expect(state(page)).toHaveText(words.confirmed);
  await expect(main(page)).toContainText(words.proforma);
  await shipped(page, language, part);
  await shipped(page, language, null);
  await sound(page);

  page = await as('buyer');
  await received(page, language, '外箱完好');
  await received(page, language, '');
  await expect(state(page)).toHaveText(words.received);
  await unfold(page, language);
  await main(page).getByRole('button', { name: words.claim }).click();
  await page.getByLabel(words.claimWords).fill('两箱破损');
  await page.locator('.claim-lines summary').click();
  await page.locator('#order-part-0').fill('2');
  await sound(page);
  await page.locator('.deal-form').getByRole('button', { name: words.claim }).click();
  await sent(page);

  page = await as('supplier');
  await main(page).getByRole('button', { name: new RegExp(`^${words.answer}`) }).click();
  await page.getByLabel(words.claimWords).fill('With the next ship');
  await page.locator('.deal-form').getByRole('button', { name: words.answer }).click();
  await sent(page);

  page = await as('buyer');
  await twice(page, words.settle);
  await twice(page, words.complete);
  await expect(state(page)).toHaveText(words.completed);
  await main(page).getByRole('button', { name: words.review }).click();
  for (const row of await page.locator('.order-stars').all()) await row.getByRole('radio').nth(4).check();
  await sound(page);
  await page.locator('.deal-form').getByRole('button', { name: words.review }).click();
  await sent(page);
  await expect(main(page).getByRole('button', { name: words.review })).toHaveCount(0);
  await sound(page);
  await main(page).getByRole('link', { name: words.papers }).click();
  await settled(page);
  await expect(page.locator('.paper')).toHaveCount(2);
  await sound(page);
}
