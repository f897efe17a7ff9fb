// A buyer and a supplier with one product, each at a device of their own.
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { ask, found, id, signUp } from './people';

// Of a kind that no other test counts: all share one catalogue.
const CELLS = {
  category: 'pallets-strapping', name_en: 'Pallet of a new supplier', name_zh: '新供应商托盘', unit: 'C62',
  price_breaks: '100:0.42;5000:0.40', currency: 'SGD', moq: '100', order_multiple: '50', stock: '12000', lead_time_days: '3',
  origin: 'SG', hs_code: '731815', gross_weight_kg: '0.02', carton_quantity: '500', carton_size_cm: '40x30x25',
  carton_weight_kg: '10.5', sample: 'free',
};

async function put(page: Page, path: string, body: unknown) {
  const answer = await ask(page, 'PUT', path, body, { 'idempotency-key': crypto.randomUUID() });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

/** A supplier with one product in the catalogue: its company, and the product's id there. */
export async function supplier(page: Page, en = 'Tuas Bolt', zh = '大士螺栓'): Promise<{ company: string; product: string }> {
  await page.goto('en/about');
  await signUp(page);
  const company = await found(page, { en, zh });
  const code = `tuas-${company.slice(-12)}`;
  const cells = {
    code, name_en: en, name_zh: zh, legal_name: `${en} Pte Ltd`, summary_en: 'Bolts', summary_zh: '螺栓',
    address: '1 Tuas Road, Singapore', founded: '1999', employees: '20', payment_terms_en: '30 days', payment_terms_zh: '三十天',
  };
  const product = id();
  await put(page, `v1/companies/${company}/drafts/${company}`, { kind: 'profile', content: { cells } });
  await put(page, `v1/companies/${company}/listings/${company}`, { draft: 1 });
  await put(page, `v1/companies/${company}/drafts/${product}`, { kind: 'product', content: { cells: { ...CELLS, sku: 'HX' }, photos: [] } });
  await put(page, `v1/companies/${company}/listings/${product}`, { draft: 1 });
  // Buyers see it a moment later.
  await expect.poll(async () => {
    await page.goto(`en/products/${code}.hx`);
    return page.getByRole('main').getByRole('heading', { level: 1 }).textContent();
  }, { timeout: 30_000 }).toContain(CELLS.name_en);
  return { company, product: `${code}.hx` };
}

/** A buyer's company. */
export async function buyer(page: Page): Promise<string> {
  await page.goto('en/about');
  await signUp(page);
  const company = id();
  await put(page, `v1/companies/${company}`, {
    kind: 'buyer', registration: { scheme: 'uscc', number: '91350100M000100Y43' }, name: { en: 'Huaxin Trading', zh: '华芯贸易' }, about: { en: '', zh: '' },
  });
  return company;
}

/** Another person at another device. */
export async function other(browser: Browser, page: Page): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ viewport: page.viewportSize(), baseURL: process.env.HUB_URL ?? 'http://127.0.0.1:8080/', timezoneId: 'Asia/Singapore' });
  return [context, await context.newPage()];
}
