import { openHistory } from './database.ts';
import type { Losses } from './deleting.ts';

/** What the history holds: single checks and not those of which only a day's counts remain. @throws DOMException */
export async function historySize(): Promise<Losses> {
  const transaction = (await openHistory()).transaction(['networks', 'rounds', 'spells', 'words']);
  const [networks, rounds, spells, words] = await Promise.all(
    (['networks', 'rounds', 'spells', 'words'] as const).map((store) => transaction.objectStore(store).count()),
  );
  return { networks, rounds, spells, words } as Losses;
}
