import type { OwnWordRecord } from '../../core/history/records.ts';
import { sayOwnWord } from '../../platform/history/own-word.ts';
import { said } from '../../platform/history/place-kept.ts';

/** Keeps a word in the history, and shows it. */
export async function sayHere(word: OwnWordRecord): Promise<void> {
  await sayOwnWord(word);
  await said(word);
}
