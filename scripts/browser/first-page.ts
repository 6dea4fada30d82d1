import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';

/** It opens a moment after the installation; where the person has agreed in a kept profile, not at all. */
const PATIENCE_MS = 3_000;

/** Closes the page that the extension opens when it is installed. */
export async function closeFirstPage(browser: Browser, origin: string): Promise<void> {
  const address = `${origin}welcome.html`;
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
    for (const page of await browser.pages()) {
      // Firefox never tells the address of such a page.
      if ((await page.evaluate(() => location.href).catch(() => null)) === address) return page.close();
    }
  }
}
