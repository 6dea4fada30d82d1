import { openHistory } from './database.ts';

/** No longer than what fits on a line, and than what a record takes. */
export const NAME_LENGTH = 60;

/**
 * Gives networks a name, all of them or none.
 *
 * @param name null or blank takes the name away
 * @returns the name as it was tidied and stored
 * @throws DOMException when the browser keeps no history (see `openHistory`)
 */
export async function nameNetworks(keys: readonly string[], name: string | null): Promise<string | null> {
  const db = await openHistory();
  const transaction = db.transaction('networks', 'readwrite');
  const records = await Promise.all(keys.map((key) => transaction.store.get(key)));
  const given = tidy(name);
  await Promise.all(records.map((record) => record && transaction.store.put({ ...record, name: given })));
  await transaction.done;
  return given;
}

/** One line, written one way, without characters that hide or turn others around: names that look alike are alike. */
function tidy(name: string | null): string | null {
  const line = (name ?? '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    // Joiners belong to words in many scripts, and to emoji.
    .replaceAll(/(?!\u200c|\u200d)[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  const short = [...line].slice(0, NAME_LENGTH).join('').trim();
  return /[^\u200c\u200d]/.test(short) ? short : null;
}
