import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RawRecord, RoundRecord } from '../../core/history/records.ts';
import { DAY, HOUR, MORNING } from '../../core/verdict/testing.ts';
import { snapshot } from '../../core/verdict/testing-snapshot.ts';
import type { CallState } from '../../core/vocabulary.ts';
import { closeHistory, MIGRATIONS, open, openHistory } from './database.ts';
import { KEPT, prune } from './pruning.ts';
import { readHistory } from './reading.ts';
import { type Found, fileRound } from './recorder.ts';

const HOME = 'a'.repeat(16);
const CAFE = 'b'.repeat(16);
const INWI: Found = { asn: 36884, operator: 'Inwi', country: 'MA', hosting: false };

let looked: string[];
let keepDays: number;
beforeEach(() => {
  keepDays = 90;
  vi.stubGlobal('indexedDB', new IDBFactory());
  looked = [];
});
afterEach(async () => {
  await closeHistory();
  vi.unstubAllGlobals();
});

const round = (at: number, calls: Record<string, CallState>, key: string | null = HOME) => ({
  ...snapshot({ key, calls }),
  takenAt: at,
});
const file = (taken: ReturnType<typeof round>, found: Found | Error = INWI, address: string | null = '192.0.2.7') =>
  fileRound(
    taken,
    { access: null, address },
    {
      find: async (asked) => {
        looked.push(asked);
        if (found instanceof Error) throw found;
        return found;
      },
      hints: (_, { hosting }) => (hosting ? ['hosting-exit'] : []),
      keepDays,
    },
  );
const everything = () => readHistory({ from: 0, to: 8.64e15 }, ['rounds', 'raw', 'days', 'spells', 'words']);

describe('a round that is filed', () => {
  test('is kept with its observations, counted in its day, and its network is named', async () => {
    const { place, changes } = await file(round(MORNING, { signal: 'clear' }));
    expect(place).toEqual({
      key: HOME,
      ...INWI,
      access: null,
      name: null,
      filedAt: MORNING,
      hints: [],
      blockedSince: {},
      said: {},
    });
    expect(changes).toEqual([]);
    expect(await everything()).toMatchObject({
      networks: [{ key: HOME, operator: 'Inwi', firstAt: MORNING, lastAt: MORNING }],
      rounds: [{ network: HOME, at: MORNING, services: { signal: { calls: 'clear', messages: 'reachable' } } }],
      raw: [{ network: HOME, at: MORNING, observations: [] }],
      days: [{ rounds: 1, services: { signal: { calls: { clear: 1 }, messages: { reachable: 1 } } } }],
      spells: [],
    });
  });

  test('twice is kept once, and answers the same', async () => {
    const once = await file(round(MORNING, { signal: 'likely-blocked' }));
    const before = await everything();
    expect(await file(round(MORNING, { signal: 'likely-blocked' }))).toEqual(once);
    expect(await everything()).toEqual(before);
    expect(once.changes).toEqual([{ service: 'signal', word: 'blocked' }]);
    expect(once.place.blockedSince).toEqual({ 'signal/calls': MORNING });
  });

  test('of a network that no control told is kept, and begins no spell', async () => {
    const { place, changes } = await file(round(MORNING, { signal: 'likely-blocked' }, null), INWI, null);
    expect(place).toMatchObject({ key: '0000000000000000', operator: null, blockedSince: {} });
    expect(changes).toEqual([]);
    expect((await everything()).rounds).toHaveLength(1);
  });
});

test('What was said of a call stands beside the verdict on its network, and on none that could not be told', async () => {
  const db = await openHistory();
  const said = { at: MORNING - HOUR, word: 'failed' } as const;
  await db.put('words', { ...said, network: HOME, service: 'signal' });
  await db.put('words', { ...said, network: null, service: 'viber' });
  // As it was stored once.
  await db.put('words', { ...said, network: '0000000000000000', service: 'telegram' });
  const on = async (key: string | null) => (await file(round(MORNING, { signal: 'clear' }, key))).place.said;
  expect(await on(HOME)).toEqual({ signal: said });
  expect(await on(null)).toEqual({});
});

describe('two networks, of which one blocks', () => {
  test('taking turns change nothing of each other, and nothing is told twice', async () => {
    const told = [];
    for (let hour = 0; hour < 12; hour++) {
      const isCafe = hour % 2 === 1;
      const taken = round(MORNING + hour * HOUR, { signal: isCafe ? 'likely-blocked' : 'clear' }, isCafe ? CAFE : HOME);
      const { changes, place } = await file(taken, { ...INWI, asn: isCafe ? 6713 : 36884 });
      told.push(...changes);
      expect(place.blockedSince).toEqual(isCafe ? { 'signal/calls': MORNING + HOUR } : {});
    }
    expect(told).toEqual([{ service: 'signal', word: 'blocked' }]);
    expect((await everything()).spells).toMatchObject([{ network: CAFE, from: MORNING + HOUR, to: null }]);
  });

  test('of one operator: an address met today adds no news to a block that was told on another', async () => {
    await file(round(MORNING, { signal: 'likely-blocked' }, HOME));
    const { changes, place } = await file(round(MORNING + HOUR, { signal: 'likely-blocked' }, CAFE));
    expect(changes).toEqual([]);
    expect(place.blockedSince).toEqual({ 'signal/calls': MORNING + HOUR });
  });

  test('of one operator: a line known for days that is now blocked too is news', async () => {
    await file(round(MORNING - 3 * DAY, { signal: 'clear' }, CAFE));
    await file(round(MORNING, { signal: 'likely-blocked' }, HOME));
    const { changes } = await file(round(MORNING + HOUR, { signal: 'likely-blocked' }, CAFE));
    expect(changes).toEqual([{ service: 'signal', word: 'blocked' }]);
  });
});

describe('the operator', () => {
  test('is looked up when the address is new, and not at every round', async () => {
    for (const hour of [0, 1, 2]) await file(round(MORNING + hour * HOUR, { signal: 'clear' }));
    await file(round(MORNING + 3 * HOUR, { signal: 'clear' }, CAFE), INWI, '198.51.100.1');
    expect(looked).toEqual(['192.0.2.7', '198.51.100.1']);
  });

  test('that the table did not know is looked up again the next day', async () => {
    const nobody = { asn: null, operator: null, country: null, hosting: false };
    await file(round(MORNING, {}), nobody);
    await file(round(MORNING + HOUR, {}), nobody);
    const { place } = await file(round(MORNING + DAY, {}));
    expect(looked).toHaveLength(2);
    expect(place.operator).toBe('Inwi');
  });

  test('may be missing: a table that can’t be read costs the name and nothing else', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { place } = await file(round(MORNING, { signal: 'clear' }), new Error('no table'));
    expect(place.operator).toBeNull();
    expect((await everything()).rounds).toHaveLength(1);
  });

  test('no address is written anywhere', async () => {
    await file(round(MORNING, { signal: 'clear' }), INWI, '192.0.2.77');
    expect(JSON.stringify(await everything())).not.toContain('192.0.2');
  });

  test('a name that the person gave stays', async () => {
    await file(round(MORNING, {}));
    const db = await openHistory();
    await db.put('networks', { ...(await everything()).networks[0], name: 'Home, ADSL' } as never);
    expect((await file(round(MORNING + HOUR, {}))).place.name).toBe('Home, ADSL');
  });
});

describe('what is kept', () => {
  test('is of the documented shape', async () => {
    await file(round(MORNING, { signal: 'clear' }));
    const { rounds, raw } = await everything();
    expect(v.is(RoundRecord, rounds[0])).toBe(true);
    expect(v.is(RawRecord, raw[0])).toBe(true);
  });

  test('loses observations after 14 days and rounds after 90; days and spells stay', async () => {
    for (const day of [0, 80, 100, 101]) {
      await file(round(MORNING + day * DAY, { signal: day === 0 ? 'likely-blocked' : 'clear' }));
    }
    const { rounds, raw, days, spells } = await everything();
    expect(rounds.map(({ at }) => (at - MORNING) / DAY)).toEqual([80, 100, 101]);
    expect(raw.map(({ at }) => (at - MORNING) / DAY)).toEqual([100, 101]);
    expect(days).toHaveLength(4);
    expect(spells).toHaveLength(1);
  });

  test.for([
    ['loses rounds, and their observations, as early as the person chose', 7, [100, 101], [100, 101]],
    ['keeps rounds as long as the person chose, and observations for 14 days', 365, [0, 80, 100, 101], [100, 101]],
  ] as const)('%s', async ([, days, rounds, raw]) => {
    keepDays = days;
    for (const day of [0, 80, 100, 101]) await file(round(MORNING + day * DAY, { signal: 'clear' }));
    const kept = await everything();
    expect(kept.rounds.map(({ at }) => (at - MORNING) / DAY)).toEqual(rounds);
    expect(kept.raw.map(({ at }) => (at - MORNING) / DAY)).toEqual(raw);
  });

  test('is not thrown away on the word of a clock that jumped ahead', async () => {
    await file(round(MORNING, { signal: 'clear' }));
    await file(round(MORNING + 500 * DAY, { signal: 'clear' }));
    expect((await everything()).rounds).toHaveLength(2);
  });

  test('is bounded', async () => {
    await file(round(MORNING, {}));
    const db = await openHistory();
    const rows = db.transaction('rounds', 'readwrite');
    for (let i = 0; i < KEPT.rounds + 50; i++) {
      void rows.store.put({
        network: HOME,
        at: MORNING + i,
        durationMs: 1,
        explained: false,
        state: 'clear',
        services: {},
      });
    }
    await rows.done;
    await prune(db, MORNING + DAY, 90);
    expect(await db.count('rounds')).toBe(KEPT.rounds);
    expect(await db.get('rounds', [HOME, MORNING])).toBeUndefined();
  });
});

describe('the database', () => {
  test('of an older version is brought on step by step', async () => {
    const steps = [...MIGRATIONS, () => {}];
    (await open(MIGRATIONS)).close();
    const db = await open(steps);
    expect(db.version).toBe(steps.length);
    expect([...db.objectStoreNames]).toEqual([
      'calls',
      'days',
      'networks',
      'notes',
      'raw',
      'rounds',
      'spells',
      'words',
    ]);
    db.close();
  });

  test('of a newer version is left alone, and said to be unreadable', async () => {
    (await open([...MIGRATIONS, () => {}])).close();
    await expect(openHistory()).rejects.toThrow();
  });

  test('is opened again after a failure', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('private window');
      },
    });
    await expect(openHistory()).rejects.toThrow('private window');
    vi.stubGlobal('indexedDB', new IDBFactory());
    await expect(openHistory()).resolves.toBeDefined();
  });

  test('damaged rows are left out, and the others still stand', async () => {
    await file(round(MORNING, { signal: 'clear' }));
    const db = await openHistory();
    await db.put('rounds', { network: HOME, at: MORNING + 1, state: 'on fire' } as never);
    expect((await everything()).rounds.map(({ at }) => at)).toEqual([MORNING]);
  });
});
