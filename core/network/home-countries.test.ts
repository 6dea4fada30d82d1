import { expect, test } from 'vitest';
import { homeCountries } from './home-countries.ts';

const ZONES: Record<string, readonly string[]> = {
  MA: ['Africa/Casablanca'],
  BE: ['Europe/Brussels'],
  NL: ['Europe/Brussels', 'Europe/Amsterdam'],
};

test.each<[zone: string, countries: readonly string[] | null]>([
  ['Africa/Casablanca', ['MA']],
  ['Europe/Brussels', ['BE', 'NL']],
  ['UTC', null],
])('%s is kept in %j', (zone, countries) => {
  expect(homeCountries(zone, (country) => ZONES[country] ?? [])).toEqual(countries);
});

test('A browser that does not tell leaves it open', () => {
  expect(homeCountries('Africa/Casablanca', () => undefined)).toBeNull();
});
