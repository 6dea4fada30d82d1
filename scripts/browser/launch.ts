import { launchChromium } from './chromium.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import { makePlaces } from './places.ts';

/** Starts a browser with the extension in it. `RINGBACK_LAB_CA` names a certificate authority to trust, unless the options do. */
export async function launch(options: LaunchOptions): Promise<Driver> {
  const places = makePlaces(options.browser, options.profileDir);
  const caPem = options.caPem ?? process.env.RINGBACK_LAB_CA;
  const withCa = caPem ? { ...options, caPem } : options;
  try {
    return await (options.browser === 'firefox' ? launchFirefox(withCa, places) : launchChromium(withCa, places));
  } catch (error) {
    places.discard();
    throw error;
  }
}
