import { DAY_MS } from '../../core/day.ts';
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { History } from '../../core/history/records.ts';
import { call, key, network, round, spell, word } from '../../core/history/testing.ts';
import { simulatedYear } from '../../core/history/testing-year.ts';
import { openHistory } from './database.ts';
import { forgetBetween, forgetEverything, forgetNetworks, lossesOf } from './deleting.ts';
import { fillHistory } from './testing.ts';

const STORES = ['networks', 'rounds', 'raw', 'days', 'spells', 'words', 'calls'] as const;

async function stored(): Promise<History> {
  const db = await openHistory();
  return Object.fromEntries(
    await Promise.all(STORES.map(async (store) => [store, await db.getAll(store)])),
  ) as unknown as History;
}

const day = (n: number, rounds: number, of = 1) => ({
  network: key(of),
  day: n,
  rounds,
  state: { clear: rounds },
  services: {},
});
const raw = (at: number, of = 1) => ({ network: key(of), at, observations: [] });

describe('a network', () => {
  const history = {
    networks: [network(1), network(2)],
    rounds: [round(5), round(5, { network: key(2) })],
    raw: [raw(5), raw(5, 2)],
    days: [day(0, 7), day(0, 1, 2)],
    spells: [spell(1, 2), spell(1, 2, { network: key(2) })],
    words: [word(3), word(4, { network: key(2) }), word(5, { network: null })],
    calls: [call(3), call(4, { network: key(2) }), call(5, { network: null })],
  };

  test('goes with all that is known of it, and leaves the others as they were', async () => {
    await fillHistory(history);
    expect(await forgetNetworks([key(1)])).toEqual({ networks: 1, rounds: 7, spells: 1, words: 1, calls: 1 });
    expect(await stored()).toEqual({
      networks: [network(2)],
      rounds: [round(5, { network: key(2) })],
      raw: [raw(5, 2)],
      days: [day(0, 1, 2)],
      spells: [spell(1, 2, { network: key(2) })],
      words: [word(4, { network: key(2) }), word(5, { network: null })],
      calls: [call(4, { network: key(2) }), call(5, { network: null })],
    });
  });

  test('that could not be told goes with the words and calls that stand under it', async () => {
    await fillHistory({
      networks: [network(0), network(1)],
      words: [word(3), word(4, { network: null }), word(5, { network: key(0) })],
      calls: [call(3), call(4, { network: null })],
    });
    expect(await forgetNetworks([key(0)])).toMatchObject({ networks: 1, words: 2, calls: 1 });
    expect(await stored()).toMatchObject({ networks: [network(1)], words: [word(3)], calls: [call(3)] });
  });

  test('is still there after asking what would go', async () => {
    await fillHistory(history);
    const before = await stored();
    expect(await lossesOf.networks([key(1), key(1)])).toEqual({
      networks: 1,
      rounds: 7,
      spells: 1,
      words: 1,
      calls: 1,
    });
    expect(await lossesOf.everything()).toMatchObject({ networks: 2, rounds: 8, words: 3, calls: 3 });
    expect(await lossesOf.between(0, DAY_MS)).toMatchObject({ networks: 2, rounds: 8 });
    expect(await stored()).toEqual(before);
  });
});

describe('a time', () => {
  test('takes the rounds, words and test calls in it, both ends included', async () => {
    await fillHistory({
      networks: [network(1, { firstAt: 9, lastAt: 21 })],
      rounds: [9, 10, 20, 21].map((at) => round(at)),
      raw: [9, 10, 20, 21].map((at) => raw(at)),
      days: [day(0, 4)],
      words: [9, 10, 20, 21].map((at) => word(at)),
      calls: [9, 10, 20, 21].map((at) => call(at)),
    });
    expect(await forgetBetween(10, 20)).toEqual({ networks: 0, rounds: 2, spells: 0, words: 2, calls: 2 });
    const left = await stored();
    expect([left.rounds, left.raw, left.words, left.calls].map((all) => all.map(({ at }) => at))).toEqual([
      [9, 21],
      [9, 21],
      [9, 21],
      [9, 21],
    ]);
    expect(left.days).toEqual([day(0, 2)]);
    expect(left.networks).toEqual([network(1, { firstAt: 9, lastAt: 21 })]);
  });

  test('takes a whole day of which only counts remain', async () => {
    await fillHistory({ days: [day(3, 40), day(4, 40)] });
    expect(await forgetBetween(4 * DAY_MS + 5, 5 * DAY_MS - 1)).toMatchObject({ rounds: 40 });
    expect((await stored()).days).toEqual([day(3, 40)]);
  });

  test('takes the network that was met in it alone, and what the others did before and after stays', async () => {
    await fillHistory({
      networks: [
        network(1, { firstAt: 12, lastAt: 18, name: 'Hotel' }),
        network(2, { firstAt: 5, lastAt: 15 }),
        network(3, { firstAt: 15, lastAt: 90 }),
      ],
    });
    expect(await forgetBetween(10, 20)).toMatchObject({ networks: 1 });
    expect((await stored()).networks).toEqual([
      network(2, { firstAt: 5, lastAt: 9 }),
      network(3, { firstAt: 21, lastAt: 90 }),
    ]);
  });

  test.for([
    ['within it', spell(12, 18), null],
    ['still open, and last seen in it', spell(12, null, { seenAt: 18 }), null],
    ['before it', spell(1, 9), spell(1, 9)],
    ['after it', spell(21, null), spell(21, null)],
    ['around it', spell(1, 90), spell(1, 90)],
    ['that began in it', spell(12, 90), spell(21, 90)],
    ['that began in it and is still seen', spell(12, null, { seenAt: 50 }), spell(21, null, { seenAt: 50 })],
    ['that ended in it', spell(1, 15, { seenAt: 14 }), spell(1, 10, { seenAt: 9 })],
    ['still open, and seen until then', spell(1, null, { seenAt: 15 }), spell(1, null, { seenAt: 9 })],
  ] as const)('a spell %s', async ([, before, after]) => {
    await fillHistory({ spells: [before] });
    await forgetBetween(10, 20);
    expect((await stored()).spells).toEqual(after ? [after] : []);
  });

  test('that ends before it begins is no time at all', async () => {
    await fillHistory({ rounds: [round(15)] });
    await forgetBetween(20, 10);
    expect((await stored()).rounds).toHaveLength(1);
  });
});

test('everything goes', async () => {
  const year = simulatedYear(Date.UTC(2026, 10, 18));
  await fillHistory({ ...year, calls: [call(5)] });
  expect(await forgetEverything()).toMatchObject({
    networks: year.networks.length,
    words: year.words.length,
    calls: 1,
  });
  expect(Object.values(await stored()).every((records) => records.length === 0)).toBe(true);
});
