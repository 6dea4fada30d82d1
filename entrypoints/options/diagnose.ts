import { browser } from 'wxt/browser';
import type { Diagnosis, ListFacts } from '../../components/options/diagnosis.ts';
import { isExpired } from '../../core/feed/dates.ts';
import { readFeedState } from '../../core/feed/state.ts';
import { readableSnapshot } from '../../core/verdict/readable.ts';
import { version } from '../../package.json';
import { loadEdition, loadPackaged } from '../../platform/catalogue.ts';
import { editionItem, feedItem, snapshotItem } from '../../platform/storage.ts';
import { readWebRtc } from '../../platform/webrtc.ts';

/** The alarm of the next check by itself. */
const CHECK = 'check';

/** What can be found out here without any permission more. What can't is left open, and keeps nothing else back. */
export async function diagnose(): Promise<Diagnosis> {
  const [permissions, webRtc, storage, list, feed, snapshot, alarm] = await Promise.all([
    browser.permissions.getAll().catch(() => ({})) as Promise<{ permissions?: string[]; origins?: string[] }>,
    readWebRtc(),
    storageUsed().catch(() => null),
    listFacts().catch(() => null),
    feedItem.getValue().then(readFeedState, () => null),
    snapshotItem.getValue().then(readableSnapshot, () => null),
    browser.alarms.get(CHECK).catch(() => undefined),
  ]);
  return {
    version,
    browser: navigator.userAgent,
    permissions: permissions.permissions ?? [],
    hosts: permissions.origins?.length ?? 0,
    webRtc,
    storage,
    list,
    feed,
    lastCheckAt: snapshot?.takenAt ?? null,
    nextCheckAt: alarm?.scheduledTime ?? null,
  };
}

/** Bytes of the history, and of what is stored beside it where the browser counts that apart. */
async function storageUsed(): Promise<number | null> {
  const { usage } = await navigator.storage.estimate();
  const beside = 'getBytesInUse' in browser.storage.local ? await browser.storage.local.getBytesInUse() : 0;
  return usage === undefined ? null : usage + beside;
}

async function listFacts(): Promise<ListFacts> {
  const [edition, packaged, stored] = await Promise.all([loadEdition(), loadPackaged(), editionItem.getValue()]);
  const { serial, issuedOn, expiresOn } = edition;
  const fetched = stored && serial !== packaged.serial ? stored : null;
  return {
    serial,
    issuedOn,
    ...(expiresOn && { expiresOn }),
    isExpired: isExpired(edition, Date.now()),
    key: fetched?.key ?? null,
    isOtherStored: stored !== null && fetched === null,
  };
}
