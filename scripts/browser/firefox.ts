import puppeteer, { type Page } from 'puppeteer-core';
import type { Driver, LaunchOptions, PageSize } from './driver.ts';
import { closeOnError, ended, killHard } from './end.ts';
import { extensionApi } from './extension-api.ts';
import { BLANK_PAGE, copyExtension } from './extension-copy.ts';
import { browserProgram } from './find.ts';
import { backgroundStopper, grantInFirefox } from './firefox-chrome.ts';
import { firefoxPrefs, proxyPrefs } from './firefox-prefs.ts';
import { closeFirstPage } from './first-page.ts';
import { FIREFOX_UUID } from './identity.ts';
import type { Places } from './places.ts';
import { trustInStore } from './trust.ts';

export async function launchFirefox(options: LaunchOptions, places: Places): Promise<Driver> {
  const {
    extensionDir,
    headless = true,
    caPem,
    proxy,
    webrtc,
    lang,
    profileDir,
    keepFirstPage,
    files,
    prefs,
    args = [],
  } = options;
  const manifest = copyExtension(extensionDir, places.extension, (manifest) => manifest, files);
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error('The extension was not built for Firefox: its manifest names no gecko id.');
  if (caPem) trustInStore(places.profile, caPem);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: browserProgram('firefox'),
    headless,
    userDataDir: places.profile,
    // Without it WebDriver BiDi may not open `moz-extension:` pages.
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      ...firefoxPrefs(id, FIREFOX_UUID),
      ...(proxy && proxyPrefs(proxy)),
      ...(webrtc === 'off' && { 'media.peerconnection.enabled': false }),
      ...(lang && { 'intl.locale.requested': lang }),
      ...prefs,
    },
    env: {
      ...process.env,
      // Run by root, Firefox refuses a home that is somebody else's.
      HOME: places.home,
      // Without it a released Firefox ignores the preference by which Puppeteer keeps it off Mozilla's settings server.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
    },
    defaultViewport: null,
  });
  // The tab that the browser starts with is the first to be used. Once the extension is there, it may open one of its own.
  let [spare] = await browser.pages();
  await closeOnError(browser, () => browser.installExtension(places.extension));
  const origin = `moz-extension://${FIREFOX_UUID}/`;
  const firstPage = keepFirstPage ? undefined : closeFirstPage(browser, origin).catch(() => {});
  // A kept profile may have none.
  if (profileDir === undefined) await firstPage;
  const openPage = async (path: string, size?: PageSize) => {
    const page = spare ?? (await browser.newPage());
    spare = undefined;
    return load(page, origin + path, size);
  };
  const api = extensionApi(() => openPage(BLANK_PAGE));

  return {
    ...api,
    browser: 'firefox',
    version: await browser.version(),
    origin,
    openPage,
    stopWorker: backgroundStopper(browser, id),
    grantHosts: () => grantInFirefox(openPage, manifest),
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

/** `goto` of such an address never resolves over WebDriver BiDi, though the page loads. */
export async function load(page: Page, address: string, size?: PageSize): Promise<Page> {
  if (size) await page.setViewport(size);
  page.goto(address, { timeout: 1 }).catch(() => {});
  const deadline = Date.now() + 20_000;
  // `about:debugging` goes on to a part of itself as soon as it is there.
  const isThere = (wanted: string) => location.href.split('#')[0] === wanted && document.readyState === 'complete';
  while (!(await page.evaluate(isThere, address.split('#')[0] as string).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`${address} did not load within 20 s.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return page;
}
