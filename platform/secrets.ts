import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { browser as Api } from 'wxt/browser';
import { type Credentials, readCredentials } from '../core/own/credentials.ts';

/**
 * Credentials of the person's own servers, by the server's id. They are in a database of their own, encrypted with a key that no script can
 * read out: a dump of the extension's storage, an export or a log shows nothing of them. Pages only; the background has no need of them.
 */
interface Schema extends DBSchema {
  key: { key: 'key'; value: CryptoKey };
  secrets: { key: string; value: { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer } };
}

/** @throws where the browser keeps no databases, the disk is full, or in a private window, whose databases no other page sees. */
export const keepSecret = (id: string, credentials: Credentials): Promise<void> =>
  withDatabase(async (db) => {
    if (isPrivate()) throw new Error('a private window keeps nothing');
    const key = await ownKey(db);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(credentials));
    const sealed = await crypto.subtle.encrypt(sealing(id, iv), key, text);
    await db.put('secrets', { iv, sealed }, id);
  });

/** Null: there are none, or they cannot be read. */
export const secretOf = (id: string): Promise<Credentials | null> =>
  withDatabase(async (db) => {
    const [key, kept] = await Promise.all([db.get('key', 'key'), db.get('secrets', id)]);
    if (!key || !kept) return null;
    const text = await crypto.subtle.decrypt(sealing(id, kept.iv), key, kept.sealed);
    return readCredentials(JSON.parse(new TextDecoder().decode(text)));
  }).catch(() => null);

export const forgetSecret = (id: string): Promise<void> => withDatabase((db) => db.delete('secrets', id));

/** All of them, and the key. */
export const forgetSecrets = (): Promise<void> =>
  withDatabase(async (db) => {
    const all = db.transaction(['key', 'secrets'], 'readwrite');
    await Promise.all([all.objectStore('key').clear(), all.objectStore('secrets').clear(), all.done]);
  });

/** Forgets those of servers that are no more: a page that was killed may have left some. */
export const forgetOthers = (ids: readonly string[]): Promise<void> =>
  withDatabase(async (db) => {
    const orphans = (await db.getAllKeys('secrets')).filter((id) => !ids.includes(id));
    await Promise.all(orphans.map((id) => db.delete('secrets', id)));
  });

function isPrivate(): boolean {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', typeof Api | undefined>;
  return (browser ?? chrome)?.extension?.inIncognitoContext === true;
}

/** The id is authenticated as well: a record that was moved to another server does not open. */
const sealing = (id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
});

async function ownKey(db: IDBPDatabase<Schema>): Promise<CryptoKey> {
  const kept = await db.get('key', 'key');
  if (kept) return kept;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another page may have been as quick: whoever stores first has made the key of all.
  const { store, done } = db.transaction('key', 'readwrite');
  const other = await store.get('key');
  if (!other) await store.put(fresh, 'key');
  await done;
  return other ?? fresh;
}

/** Opened for one use: a database that nobody holds can be cleared and upgraded at any time. */
async function withDatabase<T>(use: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>('ringback-secrets', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('key');
      fresh.createObjectStore('secrets');
    },
  });
  try {
    return await use(db);
  } finally {
    db.close();
  }
}
