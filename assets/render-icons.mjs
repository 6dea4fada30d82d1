/**
 * Renders `assets/icon.svg` to the sizes that browsers ask for, with a headless Chromium: `node assets/render-icons.mjs`.
 * The pictures are checked in; run it after changing the drawing. `CHROMIUM` names another program.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const SIZES = [16, 32, 48, 96, 128];
const folder = join(import.meta.dirname, '../public/icon');
const drawing = readFileSync(join(import.meta.dirname, 'icon.svg')).toString('base64');

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:100vw}</style><img src="data:image/svg+xml;base64,${drawing}">`,
    { waitUntil: 'load' },
  );
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
}
await browser.close();
