// Files as people have them.
import type { Page } from '@playwright/test';

/** A photograph as a phone makes it: large, and with a place in it. */
export async function photograph(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1800];
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'teal';
    context.fillRect(300, 300, 1800, 1200);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  });
  const jpeg = Buffer.from(base64, 'base64');
  const exif = Buffer.concat([Buffer.from('ffe1002645786966000049492a0008000000010025880400010000001a000000', 'hex'), Buffer.alloc(8)]);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** A document of one empty page, padded to so many bytes. */
export function paper(bytes = 0): Buffer {
  const text = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
    + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  return Buffer.from(text.padEnd(bytes, ' '));
}
