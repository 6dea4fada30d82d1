import { join } from 'node:path';
import type { BrowserFamily } from '../setup/browsers.mjs';

export const ROOT = join(import.meta.dirname, '..', '..');

/** WXT's name for what it builds. */
export type Target = 'chrome' | 'firefox';

export const targetOf = (browser: BrowserFamily): Target => (browser === 'firefox' ? 'firefox' : 'chrome');

export const outputDir = (target: Target): string => join(ROOT, '.output', `${target}-mv3`);
