import { readableSnapshot } from '../../core/verdict/readable.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { fileRound, reportRound } from '../../platform/filing.ts';
import { placeItem, snapshotItem } from '../../platform/storage.ts';
import type { Notifications } from './notifications.ts';

export interface Filing {
  /** Has a round kept, and tells what it changed. */
  file(snapshot: Snapshot): Promise<void>;
  /** Files the last round if a worker that was killed did not. */
  catchUp(): Promise<void>;
  /** Resolves when no round is being filed any more. */
  settled(): Promise<unknown>;
}

export function createFiling(notifications: Notifications): Filing {
  let settled: Promise<unknown> = Promise.resolve();

  function file(snapshot: Snapshot): Promise<void> {
    const filed = keep(snapshot);
    settled = Promise.allSettled([settled, filed]);
    return filed;
  }

  async function keep(snapshot: Snapshot): Promise<void> {
    const { place, changes } = await fileRound(snapshot);
    void reportRound(snapshot, place).catch(() => {});
    await notifications.tell(changes, place);
    // Last of all: a worker killed before it files the round again, which gives the same answer.
    // One that was deleted meanwhile, or followed by another, is not where the device is.
    if (readableSnapshot(await snapshotItem.getValue())?.takenAt === snapshot.takenAt) await placeItem.setValue(place);
  }
  return {
    file,
    async catchUp() {
      const snapshot = readableSnapshot(await snapshotItem.getValue());
      if (snapshot && (await placeItem.getValue())?.filedAt !== snapshot.takenAt) await file(snapshot);
    },
    settled: () => settled,
  };
}
