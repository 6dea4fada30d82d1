import { packOperators } from './pack.ts';
import { overlay, readRanges } from './ranges.ts';
import { chooseSystems } from './table.ts';

/** The files of the packages `@ip-location-db/asn` and `@ip-location-db/asn-country` that the table is made of. */
export const SOURCES = {
  systems: { 4: '@ip-location-db/asn/asn-ipv4-num.csv', 6: '@ip-location-db/asn/asn-ipv6-num.csv' },
  countries: {
    4: '@ip-location-db/asn-country/asn-country-ipv4-num.csv',
    6: '@ip-location-db/asn-country/asn-country-ipv6-num.csv',
  },
} as const;

/** @param read the text of one of those files */
export function buildOperators(read: (file: string) => string): Uint8Array {
  const names = new Map<string, string>();
  const part = (family: 4 | 6) => {
    const systems = readRanges(read(SOURCES.systems[family]), family);
    for (const [asn, name] of systems.names) names.set(asn, names.get(asn) || name);
    return overlay(family, readRanges(read(SOURCES.countries[family]), family).ranges, systems.ranges);
  };
  const parts = { 4: part(4), 6: part(6) };
  return packOperators(chooseSystems(parts, names), parts);
}
