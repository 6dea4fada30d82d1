import { openHistory } from './database.ts';
import type { Losses } from './deleting.ts';

const COUNTED = ['networks', 'rounds', 'spells', 'words', 'calls'] as const;

/** What the history holds: single checks and not those of which only a day's counts remain. @throws DOMException */
export async function historySize(): Promise<Losses> {
  const transaction = (await openHistory()).transaction(COUNTED);
  const [networks = 0, rounds = 0, spells = 0, words = 0, calls = 0] = await Promise.all(
    COUNTED.map((store) => transaction.objectStore(store).count()),
  );
  return { networks, rounds, spells, words, calls };
}
