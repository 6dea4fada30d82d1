import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { launch } from '../../scripts/browser/launch.ts';
import { outputDir, targetOf } from '../../scripts/build/output.ts';
import { fetched, packagedHosts } from './edition/editions.ts';

/**
 * What a person does in a first sitting, up to the question of consent or past it, or with an edition of the catalogue that has come since:
 * `node tests/browser/sitting.ts firefox agree`.
 */
const [, , name, answer] = process.argv;
const browser = name === 'firefox' ? 'firefox' : 'chromium';

const driver = await launch({ browser, extensionDir: outputDir(targetOf(browser)), keepFirstPage: true });
const popup = await driver.openPage('popup.html');
const welcome = await firstPage(popup);
await sleep(1000);
if (answer === 'agree') {
  await welcome.click('.agree .button-main');
} else if (answer === 'new-edition') {
  await driver.storage.set('local', 'edition', fetched());
  await driver.storage.set('local', 'consent', { agreedAt: 1, hosts: packagedHosts() });
  await driver.openPage('popup.html');
  await driver.sendMessage('checkNow', { confirm: false });
} else {
  // Everything looked at and chosen, but for the button; asked to check all the same, and woken again: none of it is consent.
  for (const selector of ['.step summary', '.pick input', '.switch input']) await welcome.click(selector);
  await driver.sendMessage('checkNow', { confirm: true });
  await driver.stopWorker();
  await driver.openPage('popup.html');
}
await sleep(4000);
await driver.close();

/** The page that the extension has opened by itself. */
async function firstPage(beside: Page): Promise<Page> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(50)) {
    for (const page of await beside.browser().pages()) {
      const isReady = () => location.pathname === '/welcome.html' && document.querySelector('.agree') !== null;
      if (await page.evaluate(isReady).catch(() => false)) return page;
    }
  }
  throw new Error('No first page has opened.');
}
