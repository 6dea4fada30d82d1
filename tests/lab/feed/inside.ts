import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedState, StoredEdition } from '../../../core/feed/feed.ts';
import type { Place } from '../../../core/history/place.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { check, extensionFor, makeReady } from '../../../scripts/check/check.ts';
import { toDocument } from '../../../scripts/check/document.ts';
import { filedPlace } from '../../../scripts/check/filed-place.ts';
import { MIRROR_HOSTS } from './hosts.ts';
import type { Told, Wish } from './wish.ts';

/** `node tests/lab/feed/inside.ts WISH`: a check as the check command makes it, by an extension that looks for newer editions. */
const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const { browser, profile, rounds, spacing, person, services } = wish;
const startedAt = Date.now();

/** Longer than three silent mirrors take. */
const LOOK_MS = 45_000;
/** Where no look has to come, one that comes all the same is seen. */
const LINGER_MS = 1_500;

async function prepare(driver: Driver): Promise<void> {
  const consent = await driver.storage.get('local', 'consent');
  // At first what people have who agreed before hosts were kept one by one; later phases go on with what became of it.
  if (!consent) await makeReady(driver, { services, detail: false });
  await driver.sendMessage('saveSettings', { services, updates: true, ...person.settings });
  if (!person.refusesMirrors) await driver.sendMessage('agree', { hosts: MIRROR_HOSTS });
  if (person.agrees) await agreeInPopup(driver, person.agrees);
}

/** The button beneath the list of hosts that were not agreed to. */
const ALLOW = '.notice:has(.hosts) button.button';

async function agreeInPopup(driver: Driver, wanted: readonly string[]): Promise<void> {
  const popup = await driver.openPage('popup.html');
  await popup.waitForSelector(ALLOW, { timeout: 20_000 });
  const hosts = await popup.$$eval('.notice .hosts li', (items) => items.map((item) => item.textContent));
  if (hosts.sort().join() !== [...wanted].sort().join()) throw new Error(`the popup asks about ${hosts.join(', ')}`);
  await popup.click(ALLOW);
  await popup.waitForSelector(ALLOW, { hidden: true, timeout: 20_000 });
  await popup.close();
}

/** The look that came since the start; null: none. */
async function look(driver: Driver): Promise<FeedState | null> {
  const deadline = Date.now() + (wish.looks ? LOOK_MS : LINGER_MS);
  for (; Date.now() < deadline; await sleep(100)) {
    const feed = await driver.storage.get<FeedState>('local', 'feed');
    if (wish.looks && feed && feed.triedAt >= startedAt && hasEnded(feed)) return feed;
  }
  return null;
}

/** Mirrors are told of one by one; the first good one, or the last, ends the look. */
const hasEnded = ({ tries }: FeedState): boolean =>
  tries.length === MIRROR_HOSTS.length || tries.some(({ problem }) => problem === null);

let told: Omit<Told, 'document'> = { edition: null, feed: null };
let place: Place | null = null;
const snapshots = await check(
  await extensionFor({ browser }),
  { browser, profile, services, rounds, spacing, detail: false },
  {
    prepare,
    async afterwards(driver) {
      place = await filedPlace(driver);
      if (person.endsBackground) {
        await sleep(1_000);
        await driver.stopWorker();
      }
      told = { feed: await look(driver), edition: await driver.storage.get<StoredEdition>('local', 'edition') };
    },
  },
);
process.stdout.write(JSON.stringify({ ...told, document: toDocument(snapshots, place) } satisfies Told));
