import type { OwnWordRecord } from '../../core/history/records.ts';
import { openHistory } from './database.ts';

/** Keeps what the person found when trying a call. A second word on a service at the same moment takes the place of the first. */
export async function sayOwnWord(word: OwnWordRecord): Promise<void> {
  await (await openHistory()).put('words', word);
}

/** Takes it back. */
export async function takeBackOwnWord({ at, service }: Pick<OwnWordRecord, 'at' | 'service'>): Promise<void> {
  await (await openHistory()).delete('words', [at, service]);
}
