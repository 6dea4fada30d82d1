import type { Browser } from 'puppeteer-core';

/** Ends the browser at once, as a crash does. */
export async function killHard(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** No browser is left running by a launch that failed. */
export async function closeOnError<T>(browser: Browser, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await killHard(browser);
    throw error;
  }
}

/** Resolves when the browser is gone, whoever ended it. */
export const ended = (browser: Browser): Promise<void> =>
  new Promise((resolve) => browser.once('disconnected', () => resolve()));
