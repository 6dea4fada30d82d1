import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../../../scripts/browser/launch.ts';
import type { Browser } from '../perform.ts';

/** Opens an empty page of a browser that knows nothing of Ringback. Time counts from here on, as the browser is open for others. */
export async function onEmptyPage<T>(
  browser: Browser,
  ask: (page: Page) => Promise<T>,
): Promise<{ result: T; seconds: number }> {
  const driver = await launch({ browser, extensionDir: join(import.meta.dirname, 'page') });
  try {
    const page = await driver.openPage('blank-for-driver.html');
    const began = performance.now();
    const result = await ask(page);
    return { result, seconds: (performance.now() - began) / 1000 };
  } finally {
    await driver.close();
  }
}
