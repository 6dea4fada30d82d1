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
}

export function createFiling(notifications: Notifications): Filing {
  async function file(snapshot: Snapshot): Promise<void> {
    const { place, changes } = await fileRound(snapshot);
    void reportRound(snapshot, place).catch(() => {});
    await notifications.tell(changes, place);
    // Last of all: a worker killed before it files the round again, which gives the same answer.
    await placeItem.setValue(place);
  }
  return {
    file,
    async catchUp() {
      const snapshot = readableSnapshot(await snapshotItem.getValue());
      if (snapshot && (await placeItem.getValue())?.filedAt !== snapshot.takenAt) await file(snapshot);
    },
  };
}
