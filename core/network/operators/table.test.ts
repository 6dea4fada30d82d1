import { expect, test } from 'vitest';
import hosting from './hosting.json' with { type: 'json' };
import { WELL_KNOWN } from './names.ts';
import { overlay, type Range } from './ranges.ts';
import restricting from './restricting.json' with { type: 'json' };
import { chooseSystems } from './table.ts';

/** Systems numbered from 100 000 on, each with so many /24, one after the other from 1.0.0.0 on. */
function systemsOf(country: string, sizes: readonly number[], start = 0x01_00_00) {
  let place = start;
  const ranges = sizes.map((size, i): Range<string> => {
    const first = place;
    place += size;
    return { first, end: place, value: String(100_000 + i) };
  });
  return { 4: overlay(4, [{ first: start, end: place, value: country }], ranges), 6: overlay(6, [], []) };
}
const chosen = (country: string, sizes: readonly number[]) =>
  chooseSystems(systemsOf(country, sizes), new Map()).map(({ asn }) => asn);

test('The 2,000 largest systems of the world are named', () => {
  const sizes = Array.from({ length: 2_100 }, (_, i) => (i < 2_000 ? 2 : 1));
  expect(chosen('FR', sizes)).toHaveLength(2_000);
});

test('Of a country that restricts calls 100 more are named, and every one with 1,024 addresses', () => {
  const sizes = (least: number) => [...Array(2_000).fill(20), ...Array(150).fill(least)];
  expect(chosen('MA', sizes(4))).toHaveLength(2_150);
  expect(chosen('MA', sizes(3))).toHaveLength(2_000);
  expect(chosen('FR', sizes(4))).toHaveLength(2_000);
});

test('A company is a hosting one by the list or by its name', () => {
  const names = new Map([
    ['100000', 'Happy Servers Ltd'],
    ['100001', 'Happy Telecom Ltd'],
  ]);
  expect(chooseSystems(systemsOf('FR', [9, 9]), names)).toEqual([
    { asn: 100_000, name: 'Happy Servers', hosting: true },
    { asn: 100_001, name: 'Happy Telecom', hosting: false },
  ]);
});

test('No operator of people is on the list of hosting companies', () => {
  const listed = new Set(hosting.systems.flatMap(({ systems }) => systems));
  const cloud = /cloud|amazon|linode|vultr/i;
  expect([...WELL_KNOWN].filter(([asn, name]) => listed.has(asn) && !cloud.test(name))).toEqual([]);
});

test('Every country on the list has a reason and a source, once', () => {
  expect(new Set(restricting.map(({ country }) => country)).size).toBe(restricting.length);
  for (const { country, what, source } of restricting) {
    expect(country).toMatch(/^[A-Z]{2}$/);
    expect(what && source).toMatch(/\S/);
  }
});
