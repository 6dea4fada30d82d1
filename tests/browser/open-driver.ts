import type { Driver, LaunchOptions } from '../../scripts/browser/driver.ts';
import { launch } from '../../scripts/browser/launch.ts';
import { BROWSER, EXTENSION } from './under-test.ts';

/** Every name leads to this machine, where nothing listens: these tests ask nobody, on whatever network they run. */
const NOWHERE: Pick<LaunchOptions, 'args' | 'prefs'> =
  BROWSER === 'firefox'
    ? { prefs: { 'network.dns.forceResolve': '127.0.0.1' } }
    : { args: ['--host-resolver-rules=MAP * 127.0.0.1'] };

/** The browser under test with the built extension in it, cut off from every network. */
export const openDriver = (options: Partial<LaunchOptions> = {}): Promise<Driver> =>
  launch({ browser: BROWSER, extensionDir: EXTENSION, ...NOWHERE, ...options });

/** As a person who has agreed, and who checks only on demand, so that no round starts by itself. */
export async function agreeQuietly(driver: Driver): Promise<void> {
  await driver.sendMessage('saveSettings', { automatic: false, updates: false });
  await driver.storage.set('local', 'consent', { agreedAt: Date.now() });
}
