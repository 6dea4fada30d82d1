import { UNKNOWN_NETWORK } from '../../core/history/place.ts';
import type { OwnWordRecord } from '../../core/history/records.ts';
import { sayOwnWord } from '../../platform/history/own-word.ts';
import { said } from '../../platform/history/place-kept.ts';

/** Keeps a word in the history, and shows it: on a network that could not be told until the next round, which may be on another. */
export async function sayHere(word: OwnWordRecord): Promise<void> {
  await sayOwnWord({ ...word, network: word.network === UNKNOWN_NETWORK ? null : word.network });
  await said(word);
}
