import { hostOf } from './endpoint.ts';
import type { Service } from './runtime.ts';

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

/**
 * A service as far as it may be contacted; null: not at all. A role of which nothing may be asked stays, for the verdict to say that it
 * was not asked: without it the service would look as if it had none.
 */
export function agreedPart(service: Service, may: Allows, doh: readonly string[]): Service | null {
  const { endpoints, statusFeeds, retired } = service;
  const agreed = endpoints.filter(({ url }) => may(url));
  if (agreed.length === 0 && !retired) return null;
  const roles = new Set(agreed.map(({ role }) => role));
  return {
    ...service,
    endpoints: endpoints.filter(({ url, role }) => may(url) || !roles.has(role)),
    statusFeeds: statusFeeds.filter(({ url }) => feedUrls(url, doh).every(may)),
  };
}
