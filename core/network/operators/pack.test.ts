import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openOperators } from '../operators.ts';
import { packOperators } from './pack.ts';
import { overlay, type Range } from './ranges.ts';

const SYSTEMS = [
  { asn: 64500, name: 'North', hosting: false },
  { asn: 4_200_000_000, name: 'Öst', hosting: true },
  { asn: 64496, name: 'South', hosting: false },
];
const NUMBERS = [...SYSTEMS.map(({ asn }) => asn), 64511];

/** Ranges in order, with gaps, anywhere from `least` to `most`. */
const ranges = <Value>(least: number, most: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Range<Value>[]> =>
  fc
    .uniqueArray(fc.integer({ min: least, max: most }), { maxLength: 60 })
    .chain((cuts) => fc.tuple(fc.constant(cuts.sort((a, b) => a - b)), fc.array(fc.option(value), { minLength: 60 })))
    .map(([cuts, values]) =>
      cuts.slice(1).flatMap((end, i) => {
        const value = values[i];
        return value === null || value === undefined ? [] : [{ first: cuts[i] ?? 0, end, value }];
      }),
    );
const country = fc.constantFrom('MA', 'AE', 'FR');
const asn = fc.constantFrom(...NUMBERS.map(String));
const [V4, V6] = [
  [0x01_00_00, 0x09_ff_ff],
  [0x2400_0000_0000, 0x2bff_ffff_ffff],
] as const;
const world = fc.record({
  4: fc.tuple(ranges(V4[0], V4[1], country), ranges(V4[0], V4[1], asn)),
  6: fc.tuple(ranges(V6[0], V6[1], country), ranges(V6[0], V6[1], asn)),
});

const inside = <Value>(list: readonly Range<Value>[], place: number): Value | undefined =>
  list.find(({ first, end }) => first <= place && place < end)?.value;
const address = (family: 4 | 6, place: number): string =>
  family === 4
    ? `${[16, 8, 0].map((shift) => (place >> shift) & 255).join('.')}.77`
    : `${[2 ** 32, 2 ** 16, 1].map((size) => (Math.floor(place / size) % 2 ** 16).toString(16)).join(':')}::77`;

describe('what is packed is found', () => {
  test('for every address that somebody has', () => {
    fc.assert(
      fc.property(world, (layers) => {
        const table = openOperators(
          packOperators(SYSTEMS, { 4: overlay(4, ...layers[4]), 6: overlay(6, ...layers[6]) }),
        );
        for (const family of [4, 6] as const) {
          const [countries, systems] = layers[family];
          const places = [...countries, ...systems].flatMap(({ first, end }) => [first, end - 1]).slice(0, 20);
          for (const place of places) {
            const found = table.find(address(family, place));
            const system = SYSTEMS.find(({ asn }) => String(asn) === inside(systems, place));
            expect(found.asn).toBe(system?.asn ?? null);
            expect(found.operator).toBe(system?.name ?? null);
            expect(found.hosting).toBe(system?.hosting ?? false);
            const there = inside(countries, place);
            if (there !== undefined) expect(found.country).toBe(there);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('in the same bytes each time', () => {
    fc.assert(
      fc.property(world, (layers) => {
        const pack = () => packOperators(SYSTEMS, { 4: overlay(4, ...layers[4]), 6: overlay(6, ...layers[6]) });
        expect(pack()).toEqual(pack());
      }),
      { numRuns: 10 },
    );
  });
});

test('More systems than the table holds are refused', () => {
  const many = Array.from({ length: 2 ** 14 }, (_, asn) => ({ asn, name: '', hosting: false }));
  expect(() => packOperators(many, { 4: overlay(4, [], []), 6: overlay(6, [], []) })).toThrow(RangeError);
});
