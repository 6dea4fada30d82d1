import { type EndpointHealth, type HealthRecord, NO_HEALTH } from '../../../core/catalogue/health.ts';
import type { Edition } from '../../../core/catalogue/packed.ts';
import { editionOf } from '../../../core/catalogue/packed-file.ts';
import { DAY_MS } from '../../../core/day.ts';

/** What the lab's package ships: the health record is of the real world, and of this one nobody has made any. */
export const shipped: Edition = { ...editionOf(), health: NO_HEALTH };
export const SHIPPED_SERIAL = shipped.serial;

/** Editions that the lab's feed brings: the package's own, with a change. */

/** ISO date; negative days are to come. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** The edition after the package's, for two months; `change` is what it has of its own. */
export const nextEdition = (change: Partial<Edition> = {}): Edition => ({
  ...shipped,
  serial: shipped.serial + 1,
  issuedOn: daysAgo(1),
  expiresOn: daysAgo(-60),
  ...change,
});

/** A service of the package, changed. */
export const withService = (id: string, change: (one: Service) => Service): Pick<Edition, 'services'> => ({
  services: shipped.services.map((service) => (service.id === id ? change(service) : service)),
});
type Service = Edition['services'][number];

/** A health record in which two places have asked these addresses, and heard of each what is said. */
export const record = (endpoints: Readonly<Record<string, Heard>>): { readonly health: HealthRecord } => {
  const rows = Object.entries(endpoints).map(([url, heard]) => [url, healthOf(heard)] as const);
  const days = rows.map(([, { asked }]) => asked).sort();
  return { health: { updatedOn: days.at(-1) ?? null, endpoints: Object.fromEntries(rows) } };
};

/** So many days ago it answered, or it has been silent everywhere for so many days. */
export type Heard = { readonly answeredAgo: number } | { readonly silentFor: number };

const healthOf = (heard: Heard): EndpointHealth =>
  'answeredAgo' in heard
    ? { asked: daysAgo(heard.answeredAgo), places: 2, answered: daysAgo(heard.answeredAgo), how: 'STUN 0101' }
    : {
        asked: daysAgo(0),
        places: 2,
        answered: daysAgo(heard.silentFor + 1),
        how: 'STUN 0101',
        silentSince: daysAgo(heard.silentFor),
      };

/** Addresses of services of the package, by role. */
export const urlsOf = (role: 'signalling' | 'media', ...ids: readonly string[]): string[] =>
  shipped.services
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ endpoints }) => (endpoints[role] ?? []).map((address) => address.split(' ')[0] ?? ''));

export const all = (urls: readonly string[], heard: Heard): Readonly<Record<string, Heard>> =>
  Object.fromEntries(urls.map((url) => [url, heard]));
