import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { load } from '../../../scripts/browser/firefox.ts';

/** What the browsers' own pages can reach. */
interface Scope {
  readonly chrome: {
    readonly developerPrivate: {
      updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
      getExtensionInfo(id: string): Promise<{ runtimeErrors: readonly { severity: string; message: string }[] }>;
    };
  };
  readonly Services: { readonly console: { getMessageArray(): readonly unknown[] } };
}

/**
 * Reads the errors that nobody caught, in any of the extension's contexts since the browser started; in Chromium also what was logged as an
 * error.
 */
export async function complaintsOf(driver: Driver, page: Page): Promise<() => Promise<readonly string[]>> {
  const { host } = new URL(driver.origin);
  const own = await page.browser().newPage();
  if (driver.browser === 'firefox') {
    await load(own, 'about:debugging');
    const read = (origin: string) =>
      (globalThis as unknown as Scope).Services.console
        .getMessageArray()
        .map(String)
        .filter((text) => text.startsWith('[JavaScript Error') && text.includes(origin))
        // So Firefox says itself that it has ended a background that was waiting for something, or that a server took no WebSocket.
        .filter((text) => !text.includes('after context unloaded') && !text.includes(' wss://'));
    return () => own.evaluate(read, driver.origin);
  }
  await own.goto('chrome://extensions');
  // Only developers have errors collected.
  await own.evaluate(() =>
    (globalThis as unknown as Scope).chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  const read = async (id: string) => {
    const { runtimeErrors } = await (globalThis as unknown as Scope).chrome.developerPrivate.getExtensionInfo(id);
    return (
      runtimeErrors
        .filter(({ severity }) => severity === 'ERROR')
        .map(({ message }) => message)
        // So Chromium says itself that a server took no WebSocket, and that a status page is for nobody to read.
        .filter((message) => !/^(WebSocket connection to|Access to fetch at) /.test(message))
        // And that a worker was ended (here by the test) between a call of its and the answer.
        .filter((message) => !/\bNo SW$/.test(message))
    );
  };
  return () => own.evaluate(read, host);
}
