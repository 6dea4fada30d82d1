import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addressText, readAddress } from '../core/own/addresses.ts';
import type { Draft } from '../core/own/paste.ts';
import { isProblem } from '../core/own/problems.ts';
import type { OwnAddress, OwnServer } from '../core/own/server.ts';
import { addServer, changeServer, moveServer, removeServer, sweepSecrets } from './own-servers.ts';
import { keepSecret, secretOf } from './secrets.ts';
import { ownServersItem } from './storage.ts';

const JOE = { kind: 'password', username: 'joe', password: 'hunter2' } as const;
const REST = { kind: 'rest', user: 'joe', secret: 'north' } as const;

const draft = (text: string, more: Partial<Draft> = {}): Draft => ({
  name: 'Ours',
  addresses: text.split(' ').map((one) => readAddress(one) as OwnAddress),
  credentials: null,
  ...more,
});

async function added(of: Draft): Promise<OwnServer> {
  const server = await addServer(of);
  if (isProblem(server)) throw new Error(server.id);
  return server;
}

const stored = () => ownServersItem.getValue();
const names = async () => (await stored()).servers.map(({ name }) => name);
const keptIds = async () => {
  const db = await openDB('ringback-secrets');
  const ids = db.objectStoreNames.contains('secrets') ? await db.getAllKeys('secrets') : [];
  db.close();
  return ids;
};

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => vi.restoreAllMocks());

describe('a server that is added', () => {
  test('is listed without its credentials, which are kept apart', async () => {
    const server = await added(draft('turn:relay.example wss://pbx.example/ws', { credentials: JOE }));
    expect(server).toEqual({
      id: expect.stringMatching(/^own-[0-9a-f]{8}$/),
      name: 'Ours',
      addresses: [
        { kind: 'turn', url: 'turn:relay.example:3478?transport=udp' },
        { kind: 'sip', url: 'wss://pbx.example/ws' },
      ],
      hasCredentials: true,
    });
    expect(await stored()).toEqual({ schemaVersion: 1, servers: [server], former: {} });
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/hunter2|joe/);
    expect(await secretOf(server.id)).toEqual(JOE);
  });

  test('comes last, under its name on one line', async () => {
    await added(draft('turn:a.example', { name: ' First\n\tof\u202e all ' }));
    await added(draft('turn:b.example', { name: 'Second' }));
    expect(await names()).toEqual(['First of all', 'Second']);
  });

  test('has each address once', async () => {
    expect((await added(draft('turn:a.example turn:A.example https://a.example'))).addresses).toHaveLength(2);
  });

  test('has no credentials where no relay asks for them', async () => {
    const server = await added(draft('stun:a.example', { credentials: JOE }));
    expect(server).not.toHaveProperty('hasCredentials');
    expect(await secretOf(server.id)).toBeNull();
  });

  test.each([
    ['a blank name', draft('turn:a.example', { name: ' \n ' }), { id: 'name', piece: '' }],
    ['a name too long', draft('turn:a.example', { name: 'n'.repeat(61) }), { id: 'name', piece: `${'n'.repeat(59)}…` }],
    ['no address', draft('turn:a.example', { addresses: [] }), { id: 'no-addresses', piece: '' }],
    [
      'thirteen addresses',
      draft(Array.from({ length: 13 }, (_, i) => `turn:${i}.a.example`).join(' ')),
      { id: 'too-many', piece: '13' },
    ],
    [
      'credentials that are none',
      draft('turn:a.example', { credentials: { ...JOE, password: '' } }),
      { id: 'credentials', piece: '' },
    ],
  ])('is refused with %s', async (_, of, problem) => {
    expect(await addServer(of)).toEqual(problem);
    expect(await names()).toEqual([]);
    expect(await keptIds()).toEqual([]);
  });

  test('may have a name of sixty signs, whatever their script', async () => {
    expect(isProblem(await addServer(draft('turn:a.example', { name: '📞'.repeat(60) })))).toBe(false);
  });

  test.each(['turn:a.example?transport=tcp', 'wss://a.example/ws'])('is refused where another has %s', async (text) => {
    await added(draft(text, { name: 'First' }));
    expect(await addServer(draft(`https://b.example ${text}`))).toEqual({ id: 'taken', piece: 'First' });
  });

  test('may share what no credentials belong to', async () => {
    await added(draft('stun:a.example https://a.example turn:a.example'));
    expect(isProblem(await addServer(draft('stun:a.example https://a.example turns:a.example')))).toBe(false);
  });

  test('is refused when there are twenty', async () => {
    for (let i = 0; i < 20; i++) await added(draft(`turn:${i}.a.example`));
    expect(await addServer(draft('turn:b.example'))).toEqual({ id: 'full', piece: '' });
  });

  test('is not there at all where its credentials could not be kept', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no databases here', 'InvalidStateError');
    });
    expect(await addServer(draft('turn:a.example', { credentials: JOE }))).toEqual({ id: 'not-kept', piece: '' });
    expect(await names()).toEqual([]);
  });

  test('leaves no credentials behind where the list could not be written', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    expect(await addServer(draft('turn:a.example', { credentials: JOE }))).toEqual({ id: 'not-kept', piece: '' });
    expect(await keptIds()).toEqual([]);
  });

  test('costs nothing of what another page adds at the same time', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => added(draft(`turn:${name}.example`, { name }))));
    expect(await names()).toEqual(['a', 'b', 'c']);
  });
});

describe('a server that is changed', () => {
  test('keeps its place, its id and, if nothing else is said, its credentials', async () => {
    const server = await added(draft('turn:a.example', { name: 'A', credentials: JOE }));
    await added(draft('turn:b.example', { name: 'B' }));
    const changed = await changeServer(server.id, draft('turns:a.example', { name: 'AA' }), 'keep');
    expect(changed).toEqual({ ...server, name: 'AA', addresses: [{ kind: 'turn', url: 'turns:a.example:5349' }] });
    expect(await names()).toEqual(['AA', 'B']);
    expect(await secretOf(server.id)).toEqual(JOE);
  });

  test('takes new credentials, or has none any more', async () => {
    const server = await added(draft('turn:a.example', { credentials: JOE }));
    expect(await changeServer(server.id, draft('turn:a.example'), REST)).toEqual(server);
    expect(await secretOf(server.id)).toEqual(REST);

    const { hasCredentials: _, ...without } = server;
    expect(await changeServer(server.id, draft('turn:a.example'), null)).toEqual(without);
    expect(await keptIds()).toEqual([]);
    expect(await changeServer(server.id, draft('turn:a.example'), 'keep')).toEqual(without);
    expect(await changeServer(server.id, draft('turn:a.example'), JOE)).toEqual(server);
  });

  test('loses them with its last relay', async () => {
    const server = await added(draft('turn:a.example', { credentials: JOE }));
    await changeServer(server.id, draft('https://a.example'), 'keep');
    expect(await keptIds()).toEqual([]);
  });

  test('stays as it was where the change is a problem', async () => {
    const server = await added(draft('turn:a.example', { name: 'A', credentials: JOE }));
    await added(draft('turn:b.example', { name: 'B' }));
    expect(await changeServer(server.id, draft('turn:b.example'), REST)).toEqual({ id: 'taken', piece: 'B' });
    expect((await stored()).servers[0]).toEqual(server);
    expect(await secretOf(server.id)).toEqual(JOE);
  });

  test('may have been removed by another page', async () => {
    expect(await changeServer('own-00000000', draft('turn:a.example'), null)).toEqual({ id: 'gone', piece: '' });
  });

  test('is edited in a text that reads as its addresses', async () => {
    const { addresses } = await added(draft('sip+wss://a.example/ws web+wss://b.example/ turns:c.example'));
    expect(addresses.map(addressText).map(readAddress)).toEqual(addresses);
  });
});

describe('a server that is removed', () => {
  test('leaves its name for the history, and no credentials', async () => {
    const server = await added(draft('turn:a.example', { name: 'A', credentials: JOE }));
    const other = await added(draft('turn:b.example', { name: 'B', credentials: REST }));
    await removeServer(server.id);
    expect(await stored()).toEqual({ schemaVersion: 1, servers: [other], former: { [server.id]: 'A' } });
    expect(await keptIds()).toEqual([other.id]);
    await removeServer(server.id);
    expect(await names()).toEqual(['B']);
  });

  test('is remembered by name as one of the last fifty', async () => {
    const former = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`own-000000${10 + i}`, `n${i}`]));
    await ownServersItem.setValue({ schemaVersion: 1, servers: [], former });
    await removeServer((await added(draft('turn:a.example', { name: 'Last' }))).id);
    const left = Object.values((await stored()).former);
    expect(left).toHaveLength(50);
    expect([left[0], left.at(-1)]).toEqual(['n1', 'Last']);
  });
});

test('Servers can be put in another order', async () => {
  const [a, b, c] = [
    await added(draft('turn:a.example', { name: 'A' })),
    await added(draft('turn:b.example', { name: 'B' })),
    await added(draft('turn:c.example', { name: 'C' })),
  ];
  await moveServer(c.id, -1);
  expect(await names()).toEqual(['A', 'C', 'B']);
  await moveServer(a.id, 1);
  expect(await names()).toEqual(['C', 'A', 'B']);
  await moveServer(c.id, -1);
  await moveServer(b.id, 1);
  await moveServer('own-00000000', 1);
  expect(await names()).toEqual(['C', 'A', 'B']);
});

test('A list that was damaged costs only what was damaged', async () => {
  const server = await added(draft('turn:a.example', { name: 'A', credentials: JOE }));
  await ownServersItem.setValue({ schemaVersion: 1, servers: [null, server, { id: 'x' }], former: 5 } as never);
  await added(draft('turn:b.example', { name: 'B' }));
  expect(await names()).toEqual(['A', 'B']);
  expect(await secretOf(server.id)).toEqual(JOE);
});

test('What a page that was closed in the middle left behind is swept', async () => {
  await keepSecret('own-00000009', JOE);
  await sweepSecrets();
  expect(await keptIds()).toEqual([]);
});
