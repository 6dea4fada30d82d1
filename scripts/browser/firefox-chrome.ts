import type { Browser, Page } from 'puppeteer-core';
import { explainHosts, type Manifest } from './extension-copy.ts';
import { load } from './firefox.ts';

/** What Firefox's own pages can reach. */
interface ChromeScope {
  readonly WebExtensionPolicy: {
    getByID(id: string): { extension: { terminateBackground(options?: object): Promise<void> } };
  };
}

/** By the same call that the idle timer makes; `about:debugging` is one of Firefox's own pages and may make it. */
export function backgroundStopper(browser: Browser, extensionId: string): () => Promise<void> {
  let opened: Promise<Page> | undefined;
  return async () => {
    opened ??= browser.newPage().then((page) => load(page, 'about:debugging'));
    const page = await opened;
    await page.evaluate(
      (id) =>
        (globalThis as unknown as ChromeScope).WebExtensionPolicy.getByID(id).extension.terminateBackground({
          ignoreDevToolsAttached: true,
          // Whatever it is doing: no call that is under way keeps it alive.
          disableResetIdleForTest: true,
        }),
      extensionId,
    );
  };
}

interface PermissionsScope {
  readonly browser: {
    readonly permissions: {
      request(wanted: object): Promise<boolean>;
      contains(wanted: object): Promise<boolean>;
    };
  };
}

/** Presses the popup's own button. A page without one gets a button that makes the same request. */
export async function grantInFirefox(openPage: (path: string) => Promise<Page>, manifest: Manifest): Promise<boolean> {
  const page = await openPage('popup.html');
  const wanted = { origins: explainHosts(manifest), permissions: ['webRequest'] };
  await page.evaluate((wanted) => {
    if (document.querySelector('[data-action="explain"]')) return;
    const button = document.createElement('button');
    button.dataset.action = 'explain';
    button.style.cssText = 'position:fixed;inset:0;z-index:9';
    button.onclick = () => (globalThis as unknown as PermissionsScope).browser.permissions.request(wanted);
    document.body.append(button);
  }, wanted);
  await page.click('[data-action="explain"]');
  const isHeld = (wanted: object) => (globalThis as unknown as PermissionsScope).browser.permissions.contains(wanted);
  const deadline = Date.now() + 5000;
  let held = false;
  while (!held && Date.now() < deadline) held = await page.evaluate(isHeld, wanted);
  await page.close();
  return held;
}
