// Takes the screenshots of README.md anew, beside this file: HUB_URL=http://127.0.0.1:8080/ node end2end/screenshots/take.mjs
// Names behind that take only the pictures that begin with them. `quotations` and `order` are taken of the static demonstration.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { open } from '../bench/browser.mjs';
import { buyer, order } from './buyer.mjs';
import { supplier } from './supplier.mjs';

const HUB = process.env.HUB_URL ?? 'http://127.0.0.1:8080/';
const FOLDER = new URL('./', import.meta.url);
// All pictures together: a clone should not be heavy with them.
const MOST_BYTES = 1_640_000;
// WebP keeps text sharp at this quality, in a fraction of a PNG's bytes.
const QUALITY = 0.78;

const COMPARED = ['tuasbolt.hs17-88z-8x20', 'tuasbolt.hs17-88z-8x30', 'tuasbolt.hs17-88z-8x40', 'tuasbolt.hs17-88z-10x40'];
const PRODUCT = 'products/tuasbolt.hs17-88z-8x40';

const DESKTOP = { viewport: { width: 1280, height: 840 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

// What stands in the file's name, where it is (or who says it), what must be seen before it is taken, and what is clicked before that.
const SCREENS = [
  ['home', '', 'main .drawing'],
  ['list', 'categories/hex-bolts?moq=500&stock=1', '.listing .drawing'],
  ['search', 'products?q=hex%20bolt%20m8', '.listing mark'],
  ['need', 'need?need=1000%20M8%20hex%20bolts%20to%20Shenzhen%20before%2015%20Dec%20ISO%209001', '.match .drawing'],
  ['product', PRODUCT, '.product .drawing'],
  ['supplier', 'suppliers/tuasbolt', 'main .drawing'],
  ['compare', 'compare', 'table.compare .drawing'],
  ['intake', 'office/intake', '.list tr:not(.space) td', '.drop-more button'],
  ['office', 'office/sign-up', '.choices'],
  ['goods', supplier, '.goods-list tbody td.sku input'],
  ['quotations', buyer, '.deal-compare'],
  ['order', order, '.deal-columns'],
];
const SHOTS = [
  ...SCREENS.map(([name, path, seen, click]) => ({ name: `${name}-desktop-en`, path, language: 'en', seen, click, device: DESKTOP, theme: 'light' })),
  ...SCREENS.map(([name, path, seen, click]) => ({ name: `${name}-phone-zh`, path, language: 'zh', seen, click, device: PHONE, theme: 'light' })),
  { name: 'product-desktop-en-dark', path: PRODUCT, language: 'en', seen: '.product .drawing', device: DESKTOP, theme: 'dark' },
  { name: 'list-phone-zh-dark', path: 'categories/protective-gloves', language: 'zh', seen: '.listing .drawing', device: PHONE, theme: 'dark' },
];

async function take(browser, { path, language, seen, click, device, theme }) {
  const context = await browser.newContext({
    ...device, colorScheme: theme, reducedMotion: 'reduce', serviceWorkers: 'block', locale: language === 'zh' ? 'zh-CN' : 'en-SG',
  });
  await context.addInitScript((ids) => localStorage.setItem('hub.compare', ids.join(',')), path === 'compare' ? COMPARED : []);
  const page = await context.newPage();
  const below = typeof path === 'string' ? path : await path(page, HUB);
  await page.goto(new URL(`${language}/${below}`, HUB).href);
  if (click) await page.locator(click).first().click();
  await page.locator(seen).first().waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  return png;
}

/** The same picture as WebP, which the browser itself can write. */
async function webp(browser, png) {
  const page = await browser.newPage();
  const address = await page.evaluate(async ([source, quality]) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', quality);
  }, [`data:image/png;base64,${png.toString('base64')}`, QUALITY]);
  await page.close();
  return Buffer.from(address.split(',')[1], 'base64');
}

const wanted = process.argv.slice(2);
const browser = await open();
for (const shot of SHOTS) {
  if (wanted.length && !wanted.some((name) => shot.name.startsWith(name))) continue;
  const bytes = await webp(browser, await take(browser, shot));
  writeFileSync(new URL(`${shot.name}.webp`, FOLDER), bytes);
  console.log(`${shot.name}.webp ${Math.round(bytes.length / 1000)} KB`);
}
await browser.close();

const pictures = readdirSync(FOLDER).filter((name) => name.endsWith('.webp'));
const total = pictures.reduce((sum, name) => sum + readFileSync(new URL(name, FOLDER)).length, 0);
console.log(`${pictures.length} pictures, ${Math.round(total / 1000)} KB`);
if (MOST_BYTES < total) {
  console.error(`more than ${MOST_BYTES / 1000} KB: lower QUALITY, or leave a picture out`);
  process.exit(1);
}
