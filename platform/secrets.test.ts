import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { forgetOthers, forgetSecret, forgetSecrets, keepSecret, secretOf } from './secrets.ts';

const JOE = { kind: 'password', username: 'joe', password: 'hunter2', expiresAt: 5 } as const;
const REST = { kind: 'rest', user: '', secret: 'north' } as const;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => vi.restoreAllMocks());

async function inDatabase<T>(look: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const db = await openDB('ringback-secrets');
  try {
    return await look(db);
  } finally {
    db.close();
  }
}

test('What was kept is there, each under its server, until it is forgotten', async () => {
  await keepSecret('own-00000001', JOE);
  await keepSecret('own-00000002', REST);
  expect(await secretOf('own-00000001')).toEqual(JOE);
  expect(await secretOf('own-00000002')).toEqual(REST);
  expect(await secretOf('own-00000003')).toBeNull();

  await keepSecret('own-00000001', REST);
  expect(await secretOf('own-00000001')).toEqual(REST);

  await forgetSecret('own-00000001');
  expect(await secretOf('own-00000001')).toBeNull();
  expect(await secretOf('own-00000002')).toEqual(REST);
});

test('Nothing that is stored shows it, and no script reads the key out', async () => {
  await keepSecret('own-00000001', JOE);
  const [key, { iv, sealed }] = await inDatabase((db) =>
    Promise.all([db.get('key', 'key'), db.get('secrets', 'own-00000001')]),
  );
  expect(Buffer.from(sealed).toString('latin1')).not.toMatch(/hunter2|joe|password/);
  expect(iv).toHaveLength(12);
  expect(key.extractable).toBe(false);
  for (const format of ['raw', 'jwk'] as const) await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow();
});

test('The same credentials look different each time', async () => {
  const sealed = async () =>
    Buffer.from((await inDatabase((db) => db.get('secrets', 'own-00000001'))).sealed).toString('hex');
  await keepSecret('own-00000001', JOE);
  const first = await sealed();
  await keepSecret('own-00000001', JOE);
  expect(await sealed()).not.toBe(first);
});

test('Pages that keep the first ones at once make one key', async () => {
  const ids = Array.from({ length: 8 }, (_, i) => `own-0000000${i}`);
  await Promise.all(ids.map((id) => keepSecret(id, { ...JOE, password: id })));
  for (const id of ids) expect(await secretOf(id)).toEqual({ ...JOE, password: id });
});

describe('no credentials are read', () => {
  beforeEach(() => keepSecret('own-00000001', JOE));
  const record = () => inDatabase((db) => db.get('secrets', 'own-00000001'));
  const put = (value: unknown, id = 'own-00000001') => inDatabase((db) => db.put('secrets', value, id));

  test('from a record that was damaged', async () => {
    const { iv, sealed } = await record();
    const bytes = new Uint8Array(sealed.slice(0));
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    for (const damaged of [
      { iv, sealed: bytes.buffer },
      { iv, sealed: sealed.slice(1) },
      { iv },
      { sealed },
      {},
      'x',
      5,
    ]) {
      await put(damaged);
      expect(await secretOf('own-00000001')).toBeNull();
    }
  });

  test("from another server's record", async () => {
    await put(await record(), 'own-00000002');
    expect(await secretOf('own-00000002')).toBeNull();
  });

  test('with another key, or none', async () => {
    const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    await inDatabase((db) => db.put('key', other, 'key'));
    expect(await secretOf('own-00000001')).toBeNull();
    await inDatabase((db) => db.delete('key', 'key'));
    expect(await secretOf('own-00000001')).toBeNull();
  });

  test('that are none', async () => {
    await keepSecret('own-00000001', { kind: 'rest' } as never);
    expect(await secretOf('own-00000001')).toBeNull();
  });

  test('where the browser keeps no databases', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no databases here', 'InvalidStateError');
    });
    expect(await secretOf('own-00000001')).toBeNull();
    await expect(keepSecret('own-00000001', JOE)).rejects.toThrow();
  });
});

test('A private window keeps none: its databases are not those of other pages', async () => {
  vi.spyOn(browser.extension, 'inIncognitoContext', 'get').mockReturnValue(true);
  await expect(keepSecret('own-00000001', JOE)).rejects.toThrow();
  expect(await secretOf('own-00000001')).toBeNull();
});

test('Those of servers that are no more can be swept', async () => {
  for (const id of ['own-00000001', 'own-00000002', 'own-00000003']) await keepSecret(id, JOE);
  await forgetOthers(['own-00000002', 'own-00000009']);
  expect(await inDatabase((db) => db.getAllKeys('secrets'))).toEqual(['own-00000002']);
});

test('All can be forgotten with their key, while another page looks', async () => {
  await keepSecret('own-00000001', JOE);
  await inDatabase(async (db) => {
    await forgetSecrets();
    expect(await db.count('key')).toBe(0);
    expect(await db.count('secrets')).toBe(0);
  });
  expect(await secretOf('own-00000001')).toBeNull();
  await keepSecret('own-00000001', REST);
  expect(await secretOf('own-00000001')).toEqual(REST);
});
