import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Driver } from './driver.ts';

/** No popup grows wider or higher than this in any browser. */
const LARGEST = { width: 800, height: 600 };

/** Saves a picture of the popup as wide and as high as it wants to be, at twice the resolution. */
export async function picturePopup(driver: Driver, file: string): Promise<void> {
  const page = await driver.openPage('popup.html', LARGEST);
  // It paints from what is stored, a moment after its document is there.
  await page.waitForFunction(() => document.body.textContent.trim() !== '');
  const size = await page.evaluate(() => {
    const { width } = document.body.getBoundingClientRect();
    return { width: Math.ceil(width), height: document.documentElement.scrollHeight };
  });
  await page.setViewport({ ...size, deviceScaleFactor: 2 });
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file as `${string}.png` });
  await page.close();
}
