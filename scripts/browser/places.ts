import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserFamily } from '../setup/browsers.mjs';

/** The folders of one launch. */
export interface Places {
  /** The browser's own profile. */
  readonly profile: string;
  /** The copy of the extension. Its path stays the same for a kept profile. */
  readonly extension: string;
  /** A home of its own, for what a browser writes or reads there. */
  readonly home: string;
  /** Removes everything, unless the profile is to be kept. */
  discard(): void;
}

/** Under `profileDir` when it is to be kept (one folder a browser, so that both may share it), else in a temporary folder. */
export function makePlaces(browser: BrowserFamily, profileDir?: string): Places {
  const base = profileDir ? join(resolve(profileDir), browser) : mkdtempSync(join(tmpdir(), `ringback-${browser}-`));
  const places = { profile: join(base, 'profile'), extension: join(base, 'extension'), home: join(base, 'home') };
  for (const folder of Object.values(places)) mkdirSync(folder, { recursive: true });
  const discard = () => {
    process.off('exit', discard);
    // A browser's last child process may still be writing.
    if (profileDir === undefined) rmSync(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  // Ctrl-C ends this process before anybody closes the browser.
  process.on('exit', discard);
  return { ...places, discard };
}
