// The hub as the tests see it: a page that fails a test by itself when it errs or asks another host, and what both
// languages say.
import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** Certificates expire and dates are written relative to this day. */
export const TODAY = '2026-11-22T12:00:00+08:00';

/** MOQ 50, multiple 50, 2,900 in stock, priced in SGD; one certificate valid, one (RoHS) expired on 2026-04-06. */
export const BOLT = {
  id: 'tuasbolt.hs17-88z-12x50',
  sku: 'HS17-88Z-12X50',
  en: 'Hex bolt, full thread, ISO 4017, M12 × 50, 8.8, zinc plated',
  zh: '外六角螺栓 全牙 ISO 4017 M12×50 8.8级 镀锌',
};

export const WORDS = {
  en: {
    tag: 'en-SG', site: 'Asia SME Hub', otherLanguage: '中文', search: 'Search', menu: 'Main menu',
    home: 'Home', products: 'Products', suppliers: 'Suppliers', compare: 'Compare', saved: 'Saved',
    allProducts: 'All products', department: 'Fasteners & hardware', category: 'Hex bolts & screws', inStock: 'In stock',
    sort: 'Sort by', cheapest: 'Price, lowest first', next: 'Next', pages: 'Pages', filters: 'Filters', close: 'Close',
    supplier: 'Tuas Bolt & Nut Centre', supplierGroup: /^Supplier/, certificateGroup: /^Certificate/, show: /^Show \d/,
    clear: 'Clear all filters', count: (n: string) => `${n} products`,
    quantity: 'Quantity', more: 'More', less: 'Less', tooFew: 'The smallest order is 50 pc.',
    notMultiple: 'Sold in multiples of 50.', notANumber: 'Please enter a whole number.', take: (n: string) => `Take ${n}`,
    save: 'Save', savedTitle: 'Saved products', nothingSaved: /^Nothing saved yet/, recent: 'Recently viewed',
    compareTitle: 'Compare products', compareFull: 'Four products are in the comparison already. Remove one first.',
    share: 'Share', copied: 'Link copied', expired: 'Expired on 6 Apr 2026', valid: 'Valid until 30 Jun 2027',
    notFound: 'There is no such page', goHome: 'Go to the home page', shortcuts: 'Keyboard shortcuts', skip: 'Skip to content',
    offline: 'No connection', again: 'Try again', newVersion: 'A new version is ready.', reload: 'Reload',
    toDark: 'Dark theme', hero: 'Buy from Singapore with the facts in front of you', about: 'How the hub makes trading reliable',
    suppliersTitle: 'Suppliers in Singapore', placeholder: 'Product, size, part number',
  },
  zh: {
    tag: 'zh-Hans-CN', site: '亚洲中小企业枢纽', otherLanguage: 'English', search: '搜索', menu: '主菜单',
    home: '首页', products: '产品', suppliers: '供应商', compare: '对比', saved: '收藏',
    allProducts: '全部产品', department: '紧固件与五金', category: '六角螺栓与螺钉', inStock: '有现货',
    sort: '排序', cheapest: '价格从低到高', next: '下一页', pages: '翻页', filters: '筛选', close: '关闭',
    supplier: '大士螺栓中心', supplierGroup: /^供应商/, certificateGroup: /^证书/, show: /^查看 \d/,
    clear: '清除全部筛选', count: (n: string) => `${n} 款产品`,
    quantity: '采购数量', more: '增加', less: '减少', tooFew: '最少订购 50 个。',
    notMultiple: '须按 50 的倍数订购。', notANumber: '请输入整数。', take: (n: string) => `改为 ${n}`,
    save: '收藏', savedTitle: '我的收藏', nothingSaved: /^还没有收藏/, recent: '最近浏览',
    compareTitle: '产品对比', compareFull: '对比栏已有四款产品，请先移除一款。',
    share: '分享', copied: '链接已复制', expired: '已于 2026年4月6日 过期', valid: '有效期至 2027年6月30日',
    notFound: '没有这个页面', goHome: '返回首页', shortcuts: '键盘快捷键', skip: '跳到正文',
    offline: '网络未连接', again: '重试', newVersion: '新版本已就绪。', reload: '刷新',
    toDark: '深色模式', hero: '采购新加坡好货，资质、价格一目了然', about: '平台如何保障交易可靠',
    suppliersTitle: '新加坡供应商', placeholder: '品名、规格、型号',
  },
};

export type Language = keyof typeof WORDS;
export const LANGUAGES: Language[] = ['en', 'zh'];

/** Fails the test when a page asks another host than the one it was opened from, or throws. */
export const test = base.extend<{ clean: void }>({
  clean: [async ({ context }, use) => {
    const wrong: string[] = [];
    const homes = new Set<string>();
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (!protocol.startsWith('http')) return;
      if (request.isNavigationRequest() && request.frame().parentFrame() === null) homes.add(origin);
      if (!homes.has(origin) || !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(`${origin}/`)) wrong.push(request.url());
    });
    context.on('weberror', (error) => wrong.push(String(error.error())));
    await use();
    expect(wrong, 'errors of the page, and requests to other hosts').toEqual([]);
  }, { auto: true }],
});

/** Products on a page of a list. */
export const PAGE = 24;

/** Opens an address of the hub, such as `en/products`, and waits until the app stands there with its content. */
export async function open(page: Page, address: string) {
  await page.goto(address);
  await arrived(page);
}

/** The app has taken the static page's place, and nothing is still on its way. */
export async function arrived(page: Page) {
  await expect(page.locator('#shell')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Links of the main menu: in the head on a desktop, at the foot of a phone. */
export function menu(page: Page, language: Language): Locator {
  return page.getByRole('navigation', { name: WORDS[language].menu });
}

/** The rows of a product list, below its head. */
export function rows(page: Page): Locator {
  return page.getByRole('main').getByRole('table').locator('tbody').getByRole('row');
}

/** The box of the filters, opened first where it is a sheet. */
export async function filters(page: Page, language: Language): Promise<Locator> {
  const words = WORDS[language];
  const button = page.getByRole('button', { name: new RegExp(`^${words.filters}\\s*\\d*$`) });
  if (!(await button.isVisible())) return page.getByRole('complementary', { name: words.filters });
  await button.click();
  const sheet = page.getByRole('dialog', { name: words.filters });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** Ticks a choice of the filters, and goes back to the list. */
export async function tick(page: Page, language: Language, name: string | RegExp) {
  const box = await filters(page, language);
  await box.getByRole('checkbox', { name }).click();
  await expect(box.getByRole('checkbox', { name })).toBeChecked();
  if ((await box.getAttribute('open')) !== null) {
    await box.getByRole('button', { name: WORDS[language].show }).click();
    await expect(box).toBeHidden();
  }
}

export { expect };
