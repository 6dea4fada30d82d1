import { saltItem } from './storage.ts';

let salt: Promise<string> | null = null;

/** This installation's salt, made at its first use. */
export function storedSalt(): Promise<string> {
  // A storage that is full or broken now may take it at the next check.
  salt ??= read().catch((error: unknown) => {
    salt = null;
    throw error;
  });
  return salt;
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
