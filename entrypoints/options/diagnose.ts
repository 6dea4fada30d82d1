import { browser } from 'wxt/browser';
import type { Diagnosis } from '../../components/options/diagnosis.ts';
import { readableSnapshot } from '../../core/verdict/readable.ts';
import { version } from '../../package.json';
import { snapshotItem } from '../../platform/storage.ts';
import { readWebRtc } from '../../platform/webrtc.ts';

/** The alarm of the next check by itself. */
const CHECK = 'check';

/** What can be found out here without any permission more. What can't is left open, and keeps nothing else back. */
export async function diagnose(): Promise<Diagnosis> {
  const [permissions, webRtc, storage, snapshot, alarm] = await Promise.all([
    browser.permissions.getAll().catch(() => ({})) as Promise<{ permissions?: string[]; origins?: string[] }>,
    readWebRtc(),
    storageUsed().catch(() => null),
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
