import { launch } from '../browser/launch.ts';
import type { StartOptions } from './options.ts';

/** With a display: a browser window, the extension in its toolbar, and its popup as a page. Ends when the window is closed. */
export async function showInWindow({ browser, profile, detail }: StartOptions, extensionDir: string): Promise<void> {
  const driver = await launch({
    browser,
    extensionDir,
    headless: false,
    keepFirstPage: true,
    hosts: detail ? 'granted' : 'optional',
    ...(profile && { profileDir: profile }),
  });
  await driver.openPage('popup.html');
  console.log('Ringback is in the toolbar of the new window, and its popup fills a tab. Close the window to end.');
  await driver.ended;
  await driver.close();
}
