import type { BrowserFamily } from '../../scripts/browser/driver.ts';
import { outputDir, targetOf } from '../../scripts/build/output.ts';

/** The browser that this run is about: `RINGBACK_BROWSER=firefox`; Chromium when nothing is said. */
export const BROWSER: BrowserFamily = process.env.RINGBACK_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** The built extension for it. */
export const EXTENSION = outputDir(targetOf(BROWSER));
