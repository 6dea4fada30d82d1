import { launchChromium } from './chromium.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import { makePlaces } from './places.ts';

/**
 * Starts a browser with the extension in it. Unless the options say otherwise, `RINGBACK_LAB_CA` names a certificate authority to trust,
 * `RINGBACK_LAB_PROXY` an HTTP proxy, `RINGBACK_LAB_FILES` a folder of files to lay into the extension, and `RINGBACK_LAB_WEBRTC=off` switches
 * WebRTC off.
 */
export async function launch(options: LaunchOptions): Promise<Driver> {
  const places = makePlaces(options.browser, options.profileDir);
  const {
    RINGBACK_LAB_CA: caPem,
    RINGBACK_LAB_PROXY: proxy,
    RINGBACK_LAB_FILES: files,
    RINGBACK_LAB_WEBRTC: webrtc,
  } = process.env;
  const all: LaunchOptions = {
    ...(caPem && { caPem }),
    ...(proxy && { proxy }),
    ...(files && { files }),
    ...(webrtc === 'off' && { webrtc }),
    ...options,
  };
  try {
    return await (options.browser === 'firefox' ? launchFirefox(all, places) : launchChromium(all, places));
  } catch (error) {
    places.discard();
    throw error;
  }
}
