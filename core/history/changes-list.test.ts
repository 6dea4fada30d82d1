import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../day.ts';
import { changesList, mergeSpells, seenEnd } from './changes-list.ts';
import { call, key, round, spell, word } from './testing.ts';

const on = (n: number) => ({ network: key(n) });
const times = (spells: ReturnType<typeof mergeSpells>) => spells.map(({ from, to }) => [from, to]);

test('A block on several address ranges of one network is one block', () => {
  expect(times(mergeSpells([spell(10, 50), spell(30, 90, on(2))]))).toEqual([[10, 90]]);
  expect(times(mergeSpells([spell(10, null), spell(30, null, { ...on(2), seenAt: 40 })]))).toEqual([[10, null]]);
});

test('Blocks one after another stay apart, the newest first', () => {
  expect(times(mergeSpells([spell(10, 20), spell(30, 40)]))).toEqual([
    [30, 40],
    [10, 20],
  ]);
});

test('Calls and messages, and services, are never joined', () => {
  const spells = [spell(1, 9), spell(2, 9, { kind: 'messages' }), spell(3, 9, { subject: 'signal' })];
  expect(mergeSpells(spells)).toHaveLength(3);
});

test('A range that is no longer handed out does not stay blocked for ever', () => {
  const left = spell(10, null, { seenAt: 20 });
  expect(times(mergeSpells([left, spell(15, 60, on(2))]))).toEqual([[10, 60]]);
  const fine = round(70, { services: { whatsapp: { calls: 'clear', messages: 'reachable' } } });
  expect(times(mergeSpells([left], [fine]))).toEqual([[10, 70]]);
});

test('A block left open ends at the first round that saw it work, not at the last', () => {
  const left = spell(10, null, { seenAt: 20 });
  const fine = (at: number) =>
    round(at, { ...on(3), services: { whatsapp: { calls: 'clear', messages: 'reachable' } } });
  expect(times(mergeSpells([left], [fine(90), fine(15), fine(40)]))).toEqual([[10, 40]]);
});

describe('Months in which nobody saw a block', () => {
  const left = spell(0, null, { seenAt: 5 * DAY_MS });
  const later = spell(180 * DAY_MS, 184 * DAY_MS, { ...on(2), seenAt: 183 * DAY_MS });

  test('lie between two blocks, and are none', () => {
    expect(times(mergeSpells([left, later]))).toEqual([
      [180 * DAY_MS, 184 * DAY_MS],
      [0, 5 * DAY_MS],
    ]);
    const open = { ...later, to: null };
    expect(times(mergeSpells([left, open]))).toEqual([
      [180 * DAY_MS, null],
      [0, 5 * DAY_MS],
    ]);
  });

  test('are not said to be calls that work again: nobody saw that either', () => {
    const list = changesList(mergeSpells([left, later]), [], [], { from: 0, to: 200 * DAY_MS });
    expect(list.map(({ what, at }) => [what, at / DAY_MS])).toEqual([
      ['works', 184],
      ['blocked', 180],
      ['blocked', 0],
    ]);
  });

  test('are no gap where address ranges took turns all the time', () => {
    const turns = [0, 20, 40, 60].map((day, n) => spell(day * DAY_MS, null, { ...on(n), seenAt: (day + 1) * DAY_MS }));
    expect(times(mergeSpells(turns))).toEqual([[0, null]]);
    expect(times(mergeSpells([...turns, spell(300 * DAY_MS, null, on(9))]))).toEqual([
      [300 * DAY_MS, null],
      [0, 61 * DAY_MS],
    ]);
  });
});

test('What was seen before, or says nothing, ends no block', () => {
  const held = spell(10, null, { seenAt: 100 });
  const at = (when: number, calls: 'clear' | 'insufficient') =>
    round(when, { services: { whatsapp: { calls, messages: 'reachable' } } });
  for (const newest of [null, at(50, 'clear'), at(200, 'insufficient'), round(200)]) {
    expect(times(mergeSpells([held], newest ? [newest] : []))).toEqual([[10, null]]);
  }
});

test('A block of UDP is over when any UDP gets through, even where some services are blocked', () => {
  const udp = spell(10, null, { kind: 'udp', subject: 'network', seenAt: 20 });
  expect(times(mergeSpells([udp], [round(50, { state: 'some-blocked' })]))).toEqual([[10, 50]]);
  expect(times(mergeSpells([udp], [round(50, { state: 'udp-blocked' })]))).toEqual([[10, null]]);
});

test('A block that nobody saw end is not called one of now for ever', () => {
  const [left] = mergeSpells([spell(10, null, { seenAt: 20 })]);
  const [over] = mergeSpells([spell(10, 90)]);
  expect(left && seenEnd(left, 20 + 30 * DAY_MS)).toBeNull();
  expect(left && seenEnd(left, 21 + 30 * DAY_MS)).toBe(20);
  expect(over && seenEnd(over, 100 * DAY_MS)).toBe(90);
});

test('The list tells beginnings, ends, own words and test calls of a span, the newest first', () => {
  const spells = mergeSpells([spell(5, 40), spell(60, null, { kind: 'messages' })]);
  const list = changesList(spells, [word(50), word(999)], [call(55), call(999)], { from: 10, to: 100 });
  expect(list.map(({ what, at }) => [what, at])).toEqual([
    ['blocked', 60],
    ['called', 55],
    ['said', 50],
    ['works', 40],
  ]);
  expect(list[3]).toMatchObject({ afterMs: 35 });
});

test('United blocks cover what their parts covered, and never overlap', () => {
  const drawn = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 4 }), from: fc.nat(50), long: fc.option(fc.nat(30)) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(drawn, (parts) => {
      const spells = parts.map(({ n, from, long }) => spell(from, long === null ? null : from + long, on(n)));
      const united = mergeSpells(spells).toReversed();
      for (const { from } of spells) {
        expect(united.some((spell) => spell.from <= from && from <= (spell.to ?? Infinity))).toBe(true);
      }
      for (const [i, { to }] of united.entries()) {
        const next = united[i + 1];
        if (next) expect(to ?? Infinity).toBeLessThan(next.from);
      }
    }),
  );
});
