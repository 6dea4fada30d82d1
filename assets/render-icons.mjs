/**
 * Renders the icons with a headless Chromium: `node assets/render-icons.mjs`. The pictures are checked in; run it after changing a
 * drawing. `CHROMIUM` names another program.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const LARGE = [48, 96, 128];
const SMALL = [16, 24, 32];
const STATES = ['neutral', 'clear', 'some', 'blocked', 'poor', 'unknown', 'checking'];

const source = (name) => readFileSync(join(import.meta.dirname, `${name}.svg`), 'utf8');
const icon = source('icon');
const toolbar = source('toolbar');
const inState = (state) => toolbar.replace('<svg', `<svg class="${state}"`);

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

async function render(drawing, size, file) {
  await page.setViewport({ width: size, height: size });
  const address = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  await page.setContent(`<style>body{margin:0}img{display:block;width:100vw}</style><img src="${address}">`, {
    waitUntil: 'load',
  });
  const path = join(import.meta.dirname, '../public', file);
  mkdirSync(join(path, '..'), { recursive: true });
  await page.screenshot({ path, omitBackground: true });
}

for (const size of LARGE) await render(icon, size, `icon/${size}.png`);
for (const size of SMALL) {
  await render(inState('neutral'), size, `icon/${size}.png`);
  for (const state of STATES) await render(inState(state), size, `toolbar/${state}-${size}.png`);
}
await browser.close();
