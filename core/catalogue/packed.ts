import type { HealthRecord } from './health.ts';
import { type Control, type Controls, type Endpoint, inOrder, type Service } from './runtime.ts';
import type { Usual } from './usual.ts';

/**
 * How services travel from the build into the package's file, and in the feed. What repeats is said once: endpoints are lists of addresses by
 * role, what is false or empty is left out.
 */
export interface PackedService extends Omit<Service, 'retired' | 'isDefault' | 'endpoints' | 'statusFeeds'> {
  readonly retired?: true;
  readonly isDefault?: true;
  readonly statusFeeds?: Service['statusFeeds'];
  /** Addresses by role; ` v2026-10` after one that is verified by what was written then, ` r` after one that refuses browsers. */
  readonly endpoints: Readonly<Record<string, readonly string[]>>;
}

export function pack({ retired, isDefault, statusFeeds, endpoints, ...rest }: Service): PackedService {
  const byRole: Record<string, string[]> = {};
  for (const { role, url, verified, verifiedOn = '', refusesBrowsers } of endpoints) {
    const address = url + (verified ? ` v${verifiedOn}` : '') + (refusesBrowsers ? ' r' : '');
    byRole[role] = [...(byRole[role] ?? []), address];
  }
  return {
    ...rest,
    ...(retired && { retired }),
    ...(isDefault && { isDefault }),
    ...(statusFeeds.length > 0 && { statusFeeds }),
    endpoints: byRole,
  };
}

/** @param health by address; what is shown of a service (`Drawn`) is left to those who show it */
export function unpack(
  { id, name, successor, retired, isDefault, statusFeeds, endpoints }: PackedService,
  health: HealthRecord['endpoints'] = {},
): Service {
  return {
    id,
    name,
    ...(successor && { successor }),
    retired: retired ?? false,
    isDefault: isDefault ?? false,
    statusFeeds: statusFeeds ?? [],
    endpoints: Object.entries(endpoints).flatMap(([role, addresses]) =>
      addresses.map((address): Endpoint => {
        const [url = '', ...flags] = address.split(' ');
        const verified = flags.find((flag) => flag.startsWith('v'));
        return {
          url,
          role: role as Endpoint['role'],
          verified: verified !== undefined,
          ...(verified && verified.length > 1 && { verifiedOn: verified.slice(1) }),
          ...(Object.hasOwn(health, url) && { health: health[url] }),
          ...(flags.includes('r') && { refusesBrowsers: true as const }),
        };
      }),
    ),
  };
}

/** What pages show of a service, and when they suggest it. */
export interface Drawn {
  readonly colour: string;
  readonly mark?: string;
  readonly families?: readonly string[];
  readonly usual?: Pick<Usual, 'countries' | 'languages'>;
}

/**
 * One edition of the catalogue: what the package holds (`catalogue.json`), and what a feed brings. Data only: no rules, no texts but names.
 */
export interface Edition extends Controls {
  /** Grows with every edition; one that is not newer than what is here changes nothing. */
  readonly serial: number;
  /** ISO dates. What the package holds does not expire. */
  readonly issuedOn: string;
  readonly expiresOn?: string;
  readonly services: readonly (PackedService & Drawn)[];
  readonly health: HealthRecord;
}

export interface Catalogue {
  /** The default ones first, then by name. */
  readonly services: readonly Service[];
  /** The controls that every round asks. */
  readonly controls: readonly Control[];
  /** Addresses of DNS servers that can be asked over HTTPS, for a status flag that a service keeps in DNS. */
  readonly doh: readonly string[];
}

/** @throws TypeError when it is something else */
export const unpackCatalogue = ({ services, controls, doh, health }: Edition): Catalogue => ({
  services: services.map((service) => unpack(service, health.endpoints)).sort(inOrder),
  controls: [...controls],
  doh: doh.map(({ url }) => url),
});
