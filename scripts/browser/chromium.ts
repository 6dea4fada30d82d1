import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumFlags } from './chromium-flags.ts';
import type { Driver, LaunchOptions, PageSize } from './driver.ts';
import { closeOnError, ended, killHard } from './end.ts';
import { extensionApi } from './extension-api.ts';
import { BLANK_PAGE, copyExtension, type Manifest, withHostsGranted } from './extension-copy.ts';
import { browserProgram } from './find.ts';
import { closeFirstPage } from './first-page.ts';
import { CHROMIUM_KEY } from './identity.ts';
import type { Places } from './places.ts';
import { workerStopper } from './stop-workers.ts';
import { pinToToolbar } from './toolbar.ts';
import { trustInHome } from './trust.ts';

export async function launchChromium(options: LaunchOptions, places: Places): Promise<Driver> {
  const {
    extensionDir,
    headless = true,
    caPem,
    proxy,
    webrtc,
    lang,
    profileDir,
    keepFirstPage,
    hosts,
    files,
    args = [],
  } = options;
  const change = (manifest: Manifest) => ({
    ...(hosts === 'granted' ? withHostsGranted(manifest) : manifest),
    key: CHROMIUM_KEY,
  });
  copyExtension(extensionDir, places.extension, change, files);
  if (caPem) trustInHome(places.home, caPem);
  if (!headless) pinToToolbar(places.profile);
  const browser = await puppeteer.launch({
    executablePath: browserProgram('chromium'),
    headless,
    // In a person's window it would only show a bar about automation.
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
    // Loading an extension over the protocol works in branded Chrome too, and needs the pipe.
    pipe: true,
    enableExtensions: true,
    userDataDir: places.profile,
    args: [...chromiumFlags({ headless, lang, proxy, webrtc }), ...args],
    env: { ...process.env, ...(caPem && { HOME: places.home }), ...(lang && { LANGUAGE: lang }) },
    defaultViewport: null,
  });
  // The tab that the browser starts with is the first to be used. Once the extension is there, it may open one of its own.
  let [spare] = await browser.pages();
  const id = await closeOnError(browser, () => browser.installExtension(places.extension));
  const origin = `chrome-extension://${id}/`;
  const firstPage = keepFirstPage ? undefined : closeFirstPage(browser, origin).catch(() => {});
  // A kept profile may have none.
  if (profileDir === undefined) await firstPage;
  const openPage = async (path: string, size?: PageSize): Promise<Page> => {
    const page = spare ?? (await browser.newPage());
    spare = undefined;
    if (size) await page.setViewport(size);
    await page.goto(origin + path, { waitUntil: 'load' });
    return page;
  };
  const api = extensionApi(() => openPage(BLANK_PAGE));

  return {
    ...api,
    browser: 'chromium',
    version: await browser.version(),
    origin,
    openPage,
    stopWorker: workerStopper(() => openPage(BLANK_PAGE)),
    // A headless Chromium answers no permission request, and automation has no handle on it: launch with `hosts: 'granted'`.
    grantHosts: async () => hosts === 'granted',
    ended: ended(browser),
    async kill() {
      await killHard(browser);
      places.discard();
    },
    async close() {
      await browser.close();
      places.discard();
    },
  };
}
