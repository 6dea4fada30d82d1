import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Extension, extension } from '../probes/testing/extension.ts';
import { borrowOffscreen, closeOffscreen } from './offscreen.ts';

let browser: Extension;
beforeEach(async () => {
  browser = extension('chromium');
  await closeOffscreen();
});
afterEach(() => vi.unstubAllGlobals());

test('Who needs the page while it is on its way out gets a new one', async () => {
  const first = borrowOffscreen();
  await first.open();
  browser.offscreen.closesInMs = 20;
  const closing = first.close();
  const second = borrowOffscreen();
  await second.open();
  await closing;
  expect(browser.offscreen.open).toBe(true);
  expect(browser.offscreen.createDocument).toHaveBeenCalledTimes(2);
  await second.close();
  expect(browser.offscreen.open).toBe(false);
});

test('The page stays for as long as somebody needs it', async () => {
  const [first, second] = [borrowOffscreen(), borrowOffscreen()];
  await Promise.all([first.open(), second.open()]);
  await first.close();
  expect(browser.offscreen.open).toBe(true);
  await second.close();
  expect(browser.offscreen.open).toBe(false);
  expect(browser.offscreen.createDocument).toHaveBeenCalledOnce();
});
