import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { FIXTURES as CONTEXTS } from '../context/fixtures.ts';
import { openContext } from '../context/gallery.ts';
import { openHelp } from '../help/gallery.ts';
import { FIXTURES as OPTIONS, openOptions } from '../options/gallery.ts';
import { FIXTURES as POPUPS } from '../popup/fixtures.ts';
import * as popup from '../popup/gallery.ts';
import { FIXTURES as SERVERS } from '../servers/fixtures.ts';
import { openServers } from '../servers/gallery.ts';
import { FIXTURES as TIMELINES } from '../timeline/fixtures.ts';
import * as timeline from '../timeline/gallery.ts';
import { EXTENSION } from '../under-test.ts';
import { FIXTURES as WELCOMES } from '../welcome/fixtures.ts';
import * as welcome from '../welcome/gallery.ts';

type Open = (driver: Driver) => Promise<Page>;

const ofPopup =
  (name: string): Open =>
  (driver) =>
    popup.openFixture(driver, known(POPUPS, name));
const ofTimeline =
  (name: string): Open =>
  (driver) =>
    timeline.openFixture(driver, known(TIMELINES, name));
const ofWelcome =
  (name: string): Open =>
  (driver) =>
    welcome.openFixture(driver, known(WELCOMES, name));
const ofOptions =
  (name: string): Open =>
  (driver) =>
    openOptions(driver, known(OPTIONS, name));
const ofServers =
  (name: string): Open =>
  (driver) =>
    openServers(driver, known(SERVERS, name));

/** States that differ in what can be pressed and opened. The galleries show axe all the others. */
const STATES: Readonly<Record<string, Readonly<Record<string, Open>>>> = {
  'popup.html': {
    'before consent': ofPopup('before-consent'),
    'evidence opened': ofPopup('some-blocked-evidence'),
    'first check': ofPopup('first-check'),
    'no background': ofPopup('no-background'),
  },
  'timeline.html': {
    empty: ofTimeline('empty'),
    week: ofTimeline('week'),
    comparing: ofTimeline('comparing'),
    // Not saved: Firefox gives the focus to its list of downloads.
    sharing: async (driver) => {
      const page = await ofTimeline('week')(driver);
      await timeline.press(page, 'main > details:nth-of-type(2) summary');
      await page.waitForSelector('.panel-actions');
      return page;
    },
  },
  'welcome.html': {
    'before consent': ofWelcome('agreement'),
    'after consent': ofWelcome('agreed'),
  },
  'options.html': {
    services: ofOptions('services'),
    'quiet hours': ofOptions('notifications-quiet'),
    diagnostics: ofOptions('diagnostics-errors'),
  },
  'servers.html': {
    empty: ofServers('empty'),
    'before consent': ofServers('before-consent'),
    form: ofServers('form-filled'),
    'form with problems': ofServers('form-problems'),
    list: ofServers('list'),
    removing: ofServers('removing'),
    result: ofServers('result-cut'),
  },
  'help.html': {
    index: (driver) => openHelp(driver, ''),
    article: (driver) => openHelp(driver, 'likely-blocked'),
  },
  'context.html': {
    record: (driver) => openContext(driver, known(CONTEXTS, 'morocco')),
    'country not known': (driver) => openContext(driver, known(CONTEXTS, 'unknown')),
  },
};

/** No person sees it. */
const HIDDEN = ['offscreen.html'];

/** Every page that was built, for a person to see. */
export const built = (): string[] =>
  readdirSync(EXTENSION).filter((file) => file.endsWith('.html') && !HIDDEN.includes(file));

/** A page that the list above does not know is opened as it is, so that none is forgotten. */
export function pages(): [name: string, open: Open][] {
  return built().flatMap((file) =>
    Object.entries(STATES[file] ?? { plain: (driver: Driver) => driver.openPage(file) }).map(
      ([state, open]): [string, Open] => [`${file}, ${state}`, open],
    ),
  );
}

function known<T>(all: Readonly<Record<string, T>>, name: string): T {
  const found = all[name];
  if (!found) throw new Error(`There is no fixture ${name}.`);
  return found;
}
