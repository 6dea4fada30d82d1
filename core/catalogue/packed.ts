import type { Endpoint, Service } from './runtime.ts';

/**
 * How services travel from the build into the bundle. The catalogue is the largest part of the background's script, so what repeats is
 * said once: endpoints are lists of addresses by role, what is false or empty is left out.
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
