import type { Service } from './runtime.ts';
import { ZONES } from './zones.ts';

/** Where a service is the usual one for calls. */
export interface Usual {
  readonly id: string;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
}

/** What a browser says of where it is, and whose it is. */
export interface Whose {
  /** In the person's order, as `navigator.languages` has them. */
  readonly languages: readonly string[];
  readonly timeZone: string;
}

/**
 * The services to suggest. Where the table knows none that is usual there, the catalogue's defaults; else those of the defaults that are
 * at home everywhere, and what is usual there.
 */
export function suggested(services: readonly Service[], table: readonly Usual[], whose: Whose): readonly string[] {
  const countries = new Set([...countriesOf(whose.timeZone), ...whose.languages.flatMap(regionOf)]);
  const isSpoken = (language: string) =>
    whose.languages.some((tag) => tag === language || tag.startsWith(`${language}-`));
  const here = new Set(
    table
      .filter(({ countries: all, languages }) => all.some((one) => countries.has(one)) || languages.some(isSpoken))
      .map(({ id }) => id),
  );
  const somewhere = new Set(table.map(({ id }) => id));
  return services
    .filter(({ id, isDefault }) => here.has(id) || (isDefault && (here.size === 0 || !somewhere.has(id))))
    .map(({ id }) => id);
}

const countriesOf = (timeZone: string): string[] =>
  Object.entries(ZONES).flatMap(([country, zones]) => (zones.includes(timeZone) ? country : []));

/** `zh-Hant-TW` → `TW`. */
const regionOf = (tag: string): string[] => /-([A-Z]{2})(?=-|$)/.exec(tag)?.slice(1) ?? [];
