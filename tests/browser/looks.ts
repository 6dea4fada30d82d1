import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserFamily, Driver } from '../../scripts/browser/driver.ts';
import { launch } from '../../scripts/browser/launch.ts';

/** What the galleries of all full pages share: how a page is dressed, photographed, and gone through from the command line. */

export interface Look {
  readonly name: string;
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  readonly direction?: 'ltr' | 'rtl';
  readonly forcedColors?: boolean;
  readonly isPrint?: boolean;
}

/** @param session of Chromium; WebDriver BiDi has no handle on media features */
export async function dress(
  page: Page,
  session: CDPSession | null | undefined,
  look: Omit<Look, 'name'>,
): Promise<void> {
  await session?.send('Emulation.setEmulatedMedia', {
    media: look.isPrint ? 'print' : '',
    features: [
      { name: 'prefers-color-scheme', value: look.scheme ?? 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: look.forcedColors ? 'active' : 'none' },
    ],
  });
  await page.evaluate((direction) => {
    const { documentElement } = document;
    documentElement.dataset.direction ??= documentElement.dir;
    documentElement.dir = direction ?? documentElement.dataset.direction;
  }, look.direction);
  await page.setViewport({ width: look.width, height: 800 });
}

export async function picture(page: Page, look: Look, path: string): Promise<void> {
  const height = await page.evaluate(() => Math.max(400, document.documentElement.scrollHeight));
  await page.setViewport({ width: look.width, height: Math.min(height, 4000), deviceScaleFactor: 1.5 });
  await page.screenshot({ path: path as `${string}.png` });
}

/** `<gallery> [built extension] [folder for pictures] [chromium|firefox] [part of a name] [language]` */
export async function paintAll(
  kind: string,
  names: readonly string[],
  inspect: (driver: Driver, name: string, folder: string) => Promise<string[]>,
): Promise<void> {
  const [extensionDir = '.output/chrome-mv3', folder = `.cache/${kind}`, browser = 'chromium', filter = '', lang] =
    process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const driver = await launch({
    browser: browser as BrowserFamily,
    extensionDir: resolve(extensionDir),
    ...(lang && { lang }),
  });
  try {
    const wanted = names.filter((name) => name.includes(filter));
    let failed = 0;
    for (const name of wanted) {
      const problems = await inspect(driver, name, folder);
      if (problems.length > 0) failed++;
      for (const problem of problems) console.log(problem);
    }
    console.log(`${wanted.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await driver.close();
  }
}
