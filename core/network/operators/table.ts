import hosting from './hosting.json' with { type: 'json' };
import { plainName, WELL_KNOWN } from './names.ts';
import type { System } from './pack.ts';
import type { Part } from './ranges.ts';
import restricting from './restricting.json' with { type: 'json' };

/** Systems that are named wherever they are. */
const LARGEST = 2_000;
/** In a country that restricts calls: as many of its systems in any case, and more where they are no smaller than this, in /24. */
const LARGEST_THERE = 100;
const LEAST_THERE = 4;

const RESTRICTING = new Set(restricting.map(({ country }) => country));
const HOSTING = new Set(hosting.systems.flatMap(({ systems }) => systems));
const HOSTING_WORDS = new RegExp(hosting.words, 'i');

/**
 * Which systems the table names: the largest by IPv4 addresses, more of those in countries that restrict calls, down to a size at
 * which one more costs more than it tells, and in any case the well-known ones and the hosting companies that VPNs are known to use.
 *
 * @param names as registered, by AS number
 * @returns by country, then by number: what lies together packs well
 */
export function chooseSystems(
  parts: Readonly<Record<4 | 6, readonly Part[]>>,
  names: ReadonlyMap<string, string>,
): System[] {
  const sizes = { 4: sizesOf(parts[4], 2 ** 24), 6: sizesOf(parts[6], 2 ** 48) };
  const home = (asn: number): string => mostOf(sizes[4].get(asn)) ?? mostOf(sizes[6].get(asn)) ?? '';
  const ranked = [...sizes[4]]
    .map(([asn, countries]) => ({ asn, home: home(asn), size: [...countries.values()].reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.size - a.size || a.asn - b.asn);
  const seen = new Map<string, number>();
  const chosen = new Set(
    [...sizes[4].keys(), ...sizes[6].keys()].filter((asn) => HOSTING.has(asn) || WELL_KNOWN.has(asn)),
  );
  ranked.forEach(({ asn, home, size }, rank) => {
    const rankThere = seen.get(home) ?? 0;
    seen.set(home, rankThere + 1);
    const there = RESTRICTING.has(home) && (rankThere < LARGEST_THERE || size >= LEAST_THERE);
    if (rank < LARGEST || there) chosen.add(asn);
  });
  return [...chosen]
    .map((asn) => ({ asn, home: home(asn), registered: names.get(String(asn)) ?? '' }))
    .sort((a, b) => (a.home < b.home ? -1 : a.home > b.home ? 1 : a.asn - b.asn))
    .map(({ asn, registered }) => ({
      asn,
      name: plainName(asn, registered),
      hosting: HOSTING.has(asn) || HOSTING_WORDS.test(registered),
    }));
}

/** How much of its space each system has in each country. */
function sizesOf(parts: readonly Part[], end: number): Map<number, Map<string, number>> {
  const sizes = new Map<number, Map<string, number>>();
  parts.forEach(({ first, country, asn }, i) => {
    if (!asn) return;
    const size = (parts[i + 1]?.first ?? end) - first;
    const countries = sizes.get(asn) ?? new Map<string, number>();
    countries.set(country ?? '', (countries.get(country ?? '') ?? 0) + size);
    sizes.set(asn, countries);
  });
  return sizes;
}

const mostOf = (countries: ReadonlyMap<string, number> | undefined): string | undefined =>
  [...(countries ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
