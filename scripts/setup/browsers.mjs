import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { which } from './run.mjs';

/** The variable that names a browser's program outright. */
export const OVERRIDES = { chromium: 'RINGBACK_CHROMIUM', firefox: 'RINGBACK_FIREFOX' };

const NAMES = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'msedge',
  ],
  firefox: ['firefox', 'firefox-esr'],
};

const programFiles = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

const PLACES = {
  chromium: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: programFiles.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  },
  firefox: {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: programFiles.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  },
};

/** Path of an installed browser of this family (`chromium` includes Chrome and Edge); null when there is none. */
export function findBrowser(family) {
  const named = process.env[OVERRIDES[family]];
  if (named) return existsSync(named) ? named : null;
  return which(...NAMES[family]) ?? (PLACES[family][process.platform] ?? []).find((path) => existsSync(path)) ?? null;
}
