// One Chromium for all measurements: the system's own, without its background traffic.
import { chromium } from '@playwright/test';

/** Starts the browser that the hub found. */
export function open() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || undefined,
    args: [
      '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
}

/** Addresses of product pages, and links to them in lists. */
export const PRODUCT = /\/(en|zh)\/products\/[^/?#]+$/;
export const PRODUCT_LINKS = 'main a[href*="/products/"], main a[href^="products/"]';

/** Waits until a list shows links to products, and returns the addresses they lead to. */
export async function productLinks(page) {
  await page.locator(PRODUCT_LINKS).first().waitFor({ timeout: 60_000 });
  const all = await page.locator(PRODUCT_LINKS).evaluateAll((links) => links.map((link) => link.href));
  return [...new Set(all)].filter((href) => PRODUCT.test(new URL(href).pathname));
}

/** Fails with a sentence that the hub shows. */
export function argument(index, name) {
  const value = process.argv[2 + index];
  if (!value) {
    console.error(`${name} is missing`);
    process.exit(2);
  }
  return value;
}
