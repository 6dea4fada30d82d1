import { type Control, type Controls, type Endpoint, inOrder, type Service } from './runtime.ts';

/**
 * How services travel from the build into bundles and into the background's file. Scripts have bounds, so what repeats is said once:
 * endpoints are lists of addresses by role, what is false or empty is left out.
 */
export interface PackedService extends Omit<Service, 'retired' | 'isDefault' | 'endpoints' | 'statusFeeds'> {
  readonly retired?: true;
  readonly isDefault?: true;
  readonly statusFeeds?: Service['statusFeeds'];
  /** Addresses by role; ` v` after one that is verified, ` r` after one that refuses browsers. */
  readonly endpoints: Readonly<Record<string, readonly string[]>>;
}

export function pack({ retired, isDefault, statusFeeds, endpoints, ...rest }: Service): PackedService {
  const byRole: Record<string, string[]> = {};
  for (const { role, url, verified, refusesBrowsers } of endpoints) {
    const address = url + (verified ? ' v' : '') + (refusesBrowsers ? ' r' : '');
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

export function unpack({ retired, isDefault, statusFeeds, endpoints, ...rest }: PackedService): Service {
  return {
    ...rest,
    retired: retired ?? false,
    isDefault: isDefault ?? false,
    statusFeeds: statusFeeds ?? [],
    endpoints: Object.entries(endpoints).flatMap(([role, addresses]) =>
      addresses.map((address): Endpoint => {
        const [url = '', ...flags] = address.split(' ');
        return {
          url,
          role: role as Endpoint['role'],
          verified: flags.includes('v'),
          ...(flags.includes('r') && { refusesBrowsers: true as const }),
        };
      }),
    ),
  };
}

/** All that the background reads of the catalogue, as it stands in the package. */
export interface PackedCatalogue extends Controls {
  readonly services: readonly PackedService[];
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
export const unpackCatalogue = ({ services, controls, doh }: PackedCatalogue): Catalogue => ({
  services: services.map(unpack).sort(inOrder),
  controls: [...controls],
  doh: doh.map(({ url }) => url),
});
