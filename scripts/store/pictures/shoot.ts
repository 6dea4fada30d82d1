import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../browser/driver.ts';
import { launch } from '../../browser/launch.ts';
import { outputDir } from '../../build/output.ts';
import { SCREEN, SHOTS, type Shot, type Stage } from './shots.ts';

/** A popup on a picture of this size is read more easily a little larger than it is. */
const POPUP_SCALE = 1.25;
/** No higher than leaves air around it. */
const POPUP_HEIGHT = 576;
/** The part of a page that a picture shows below its caption. */
const PAGE = { width: 1040, height: 700 };

/** `shoot.ts <profile> <language> <stage> <folder>`: the extension's own pages, as they are, each into a file. */
const [profileDir = '', lang = 'en', stage = 'open', folder = '.'] = process.argv.slice(2) as [
  string,
  string,
  Stage,
  string,
];

mkdirSync(folder, { recursive: true });
const wanted = SHOTS.filter((shot) => shot.stage === stage && existsSync(join(outputDir('chrome'), shot.page)));
for (const isFresh of [false, true]) {
  const shots = wanted.filter(({ fresh = false }) => fresh === isFresh);
  if (shots.length === 0) continue;
  const driver = await launch({
    browser: 'chromium',
    extensionDir: outputDir('chrome'),
    lang,
    ...(!isFresh && { profileDir }),
  });
  try {
    for (const shot of shots) writeFileSync(join(folder, `${shot.name}.png`), await take(driver, shot));
  } finally {
    await driver.close();
  }
}

async function take(driver: Driver, { page: path, kind, press }: Shot): Promise<Uint8Array> {
  const page = await driver.openPage(path, kind === 'page' ? PAGE : { width: 400, height: POPUP_HEIGHT });
  await page.waitForFunction(() => document.body.textContent.trim() !== '');
  if (press) await page.click(press);
  // Pictures and what is read from the history come a moment later.
  await page.waitForNetworkIdle();
  const size = kind === 'page' ? PAGE : await popupSize(page);
  await page.setViewport({ ...size, deviceScaleFactor: kind === 'page' ? 1 : POPUP_SCALE });
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

async function popupSize(page: Page) {
  const { width, height } = await page.evaluate(() => ({
    width: Math.ceil(document.body.getBoundingClientRect().width),
    height: document.documentElement.scrollHeight,
  }));
  return { width, height: Math.min(height, POPUP_HEIGHT, SCREEN.height) };
}
