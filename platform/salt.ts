import { saltItem } from './storage.ts';

/** Two that ask at once get one salt. */
let asked: Promise<string> | null = null;

/** This installation's salt, made at its first use, and anew where the person has deleted it. */
export function storedSalt(): Promise<string> {
  asked ??= read().finally(() => {
    asked = null;
  });
  return asked;
}

async function read(): Promise<string> {
  const stored = await saltItem.getValue();
  if (typeof stored === 'string' && stored.length >= 32) return stored;
  const fresh = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  await saltItem.setValue(fresh);
  return fresh;
}
