import { hostOf, transportOf } from './endpoint.ts';
import { standingOf } from './health.ts';
import type { Endpoint, Service } from './runtime.ts';

/** What the person has agreed to. */
export interface Consent {
  readonly agreedAt: number;
  /** Those that were shown. Older records name none, and hold for all that the catalogue has. */
  readonly hosts?: readonly string[];
}

export type Allows = (url: string) => boolean;

/** Whether an address may be contacted. A damaged record allows none. */
export function allows(consent: Consent | null): Allows {
  const { agreedAt = 0, hosts } = consent ?? {};
  return (url) =>
    agreedAt > 0 && (hosts === undefined || (Array.isArray(hosts) && (hosts as string[]).includes(hostOf(url))));
}

/** The consent after these hosts, too, were shown and agreed to. */
export const withHosts = (before: Consent | null, hosts: readonly string[], agreedAt: number): Consent => ({
  agreedAt,
  hosts: [...new Set([...(Array.isArray(before?.hosts) ? before.hosts : []), ...hosts])],
});

/** Addresses that a status feed leads to: a flag in DNS may be asked of every DNS server that there is. */
export const feedUrls = (url: string, doh: readonly string[]): readonly string[] =>
  url.startsWith('doh:') ? doh : [url];

const isRetired = ({ health }: Endpoint): boolean => standingOf(health) === 'retired';

/** Whether an endpoint is asked: it may be contacted, and has not been silent everywhere for too long. */
export const isAsked =
  (may: Allows) =>
  (endpoint: Endpoint): boolean =>
    may(endpoint.url) && !isRetired(endpoint);

/** Calls are judged by relays over UDP where there are any: those over TCP or TLS do not stand in for them. */
const kindOf = ({ role, url }: Endpoint): string => `${role}${transportOf(url) === 'udp'}`;

/**
 * A service as it is judged; null: it may not be contacted at all. What may not be contacted stays: it is not asked, and might have answered
 * where the others are silent. What has been silent everywhere for too long goes, unless nothing else of its kind is left: for the verdict to
 * say so, because without it the service would look as if it had none.
 */
export function agreedPart(service: Service, may: Allows, doh: readonly string[]): Service | null {
  const { endpoints, statusFeeds, retired } = service;
  if (!endpoints.some(({ url }) => may(url)) && !retired) return null;
  const living = new Set(endpoints.filter((endpoint) => !isRetired(endpoint)).map(kindOf));
  return {
    ...service,
    endpoints: endpoints.filter((endpoint) => !isRetired(endpoint) || !living.has(kindOf(endpoint))),
    statusFeeds: statusFeeds.filter(({ url }) => feedUrls(url, doh).every(may)),
  };
}
