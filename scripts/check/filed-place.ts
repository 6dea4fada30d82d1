import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from '../../core/history/place.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import type { Driver } from '../browser/driver.ts';

/** A round is filed within moments of its end. */
const LIMIT_MS = 5_000;

/** What the history knows of the network once it has filed the last round; null when it does not come to that. */
export async function filedPlace(driver: Driver): Promise<Place | null> {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const [place, snapshot] = await Promise.all([
      driver.storage.get<Place>('local', 'place'),
      driver.storage.get<Snapshot>('local', 'snapshot'),
    ]);
    if (place && place.filedAt === snapshot?.takenAt) return place;
    if (Date.now() > deadline) return null;
    await sleep(50);
  }
}
