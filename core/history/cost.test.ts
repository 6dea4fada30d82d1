import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../day.ts';
import { blockedTimes, costOf, readTariff } from './cost.ts';
import { spell } from './testing.ts';

const MAROC = 'Maroc Telecom';
const NOW = 1000 * DAY_MS;
const timesOf = (...spells: Parameters<typeof spell>[]) =>
  blockedTimes([{ operator: MAROC, spells: spells.map((of) => spell(...of)) }], NOW);

describe('time blocked', () => {
  test('is counted by operator and service, the longest first', () => {
    const times = blockedTimes(
      [
        { operator: 'Inwi', spells: [spell(0, DAY_MS)] },
        { operator: MAROC, spells: [spell(0, 2 * DAY_MS), spell(0, 9 * DAY_MS, { subject: 'viber' })] },
      ],
      NOW,
    );
    expect(times.map(({ operator, service, ms }) => [operator, service, ms / DAY_MS])).toEqual([
      [MAROC, 'viber', 9],
      [MAROC, 'whatsapp', 2],
      ['Inwi', 'whatsapp', 1],
    ]);
  });

  test('counts once where two networks of an operator are blocked at the same time', () => {
    const times = blockedTimes(
      [
        { operator: MAROC, spells: [spell(0, 4 * DAY_MS)] },
        { operator: MAROC, spells: [spell(3 * DAY_MS, 6 * DAY_MS), spell(8 * DAY_MS, 9 * DAY_MS)] },
      ],
      NOW,
    );
    expect(times).toEqual([{ operator: MAROC, service: 'whatsapp', ms: 7 * DAY_MS, from: 0, until: 9 * DAY_MS }]);
  });

  test('ends where a block was last seen, whether or not a later check saw it gone', () => {
    expect(timesOf([0, null, { seenAt: DAY_MS }])[0]?.ms).toBe(DAY_MS);
    // Back on a network after months: nobody knows when the block ended.
    expect(timesOf([0, 200 * DAY_MS, { seenAt: DAY_MS }])).toMatchObject([{ ms: DAY_MS, until: DAY_MS }]);
  });

  test.each([
    ['found it blocked in a year to come', [0, null, { seenAt: 9 * NOW }], [NOW]],
    ['saw it work before it was last seen blocked', [0, DAY_MS, { seenAt: 9 * NOW }], [DAY_MS]],
    ['began it in a year to come', [9 * NOW, null], []],
  ] as const)('is never of the future, where a wrong clock %s', (_, of, days) => {
    expect(timesOf([...of] as Parameters<typeof spell>).map(({ ms }) => ms)).toEqual(days);
  });

  test('is of calls alone: neither messages nor UDP for everyone', () => {
    expect(timesOf([0, DAY_MS, { kind: 'messages' }], [0, DAY_MS, { kind: 'udp', subject: 'network' }])).toEqual([]);
  });

  test('is never longer than from the first to the last moment, and no shorter than the longest spell', () => {
    const spells = fc.array(fc.tuple(fc.nat(1e6), fc.nat(1e6)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(spells, (drawn) => {
        const [{ ms, from, until } = { ms: 0, from: 0, until: 0 }] = timesOf(
          ...drawn.map(([from, length]): Parameters<typeof spell> => [from, from + length]),
        );
        expect(ms).toBeLessThanOrEqual(until - from);
        expect(ms).toBeGreaterThanOrEqual(Math.max(...drawn.map(([, length]) => length)));
      }),
    );
  });
});

test('what it cost is days × minutes a day × price of a minute', () => {
  expect(costOf(12.5 * DAY_MS, { minutes: 20, price: 0.5, currency: 'MAD' })).toBe(125);
});

describe('the person’s own figures', () => {
  const GOOD = { minutes: 20, price: 0.5, currency: 'MAD' };
  test('are read as they were stored', () => expect(readTariff(GOOD)).toEqual(GOOD));

  test.for([
    null,
    'MAD',
    {},
    { ...GOOD, minutes: 0 },
    { ...GOOD, minutes: 1441 },
    { ...GOOD, minutes: '20' },
    { ...GOOD, price: Number.NaN },
    { ...GOOD, price: -1 },
    { ...GOOD, price: Number.POSITIVE_INFINITY },
    { ...GOOD, currency: '<b>' },
    { ...GOOD, currency: 'mad' },
  ])('are none where they do not fit: %j', (stored) => expect(readTariff(stored)).toBeNull());
});
