import type { SpellRecord } from '../../core/history/records.ts';
import { changesOf, follow } from '../../core/history/spells.ts';
import { place } from '../../core/history/testing-place.ts';
import { onMessage } from '../../platform/messages.ts';

/** The hidden page's part in tests of the background: a history that is kept in memory. */
export function serveHistory(): void {
  let spells: SpellRecord[] = [];
  onMessage('fileRound', ({ data: { snapshot } }) => {
    const key = snapshot.network.key ?? '';
    const changed = follow(spells, snapshot, key);
    spells = [
      ...spells.filter(({ subject, from }) => !changed.some((c) => c.subject === subject && c.from === from)),
      ...changed,
    ];
    return { place: place({ key, filedAt: snapshot.takenAt }), changes: changesOf(spells, snapshot) };
  });
}
