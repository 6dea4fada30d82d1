import { hostOf } from './endpoint.ts';
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

/** Whether an endpoint is asked: it may be contacted, and has not been silent everywhere for too long. */
export const isAsked =
  (may: Allows) =>
  ({ url, health }: Endpoint): boolean =>
    may(url) && standingOf(health) !== 'retired';

/**
 * A service as far as it is asked; null: it may not be contacted at all. A role of which nothing is asked stays, for the verdict to say so:
 * without it the service would look as if it had none.
 */
export function agreedPart(service: Service, may: Allows, doh: readonly string[]): Service | null {
  const { endpoints, statusFeeds, retired } = service;
  if (!endpoints.some(({ url }) => may(url)) && !retired) return null;
  const asked = isAsked(may);
  const roles = new Set(endpoints.filter(asked).map(({ role }) => role));
  return {
    ...service,
    endpoints: endpoints.filter((endpoint) => asked(endpoint) || !roles.has(endpoint.role)),
    statusFeeds: statusFeeds.filter(({ url }) => feedUrls(url, doh).every(may)),
  };
}
