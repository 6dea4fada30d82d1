import { BLOCK_PAGE, ROUTER } from '../addresses.ts';
import { plan } from './plan.ts';
import type { DnsFault, WorldState } from './state.ts';

/** The names that are not the catalogue's: the captive portal's page and the operator's block page. */
export const PORTAL_NAME = 'portal.lan';
export const BLOCK_PAGE_NAME = 'block-page.example';

/** Addresses of a name in a world without faults; null when there is no such name. */
export function truth(name: string, { outages }: WorldState): readonly string[] | null {
  const service = plan().flags.get(name);
  if (service !== undefined) return [outages.includes(service) ? '127.0.0.2' : '127.0.0.1'];
  if (name === PORTAL_NAME) return [ROUTER];
  // RFC 7050: by its IPv6 addresses a machine finds out the prefix of a NAT64.
  if (name === 'ipv4only.arpa') return ['192.0.0.170', '192.0.0.171'];
  if (name === BLOCK_PAGE_NAME) return [BLOCK_PAGE];
  const address = plan().addresses.get(name);
  return address === undefined ? null : [address];
}

/** What the client's resolver does to the name, if anything. */
export function forgery(name: string, { dns }: WorldState): DnsFault | undefined {
  if (dns[name]) return dns[name];
  const labels = name.split('.');
  for (let skip = 1; skip < labels.length; skip++) {
    const fault = dns[`*.${labels.slice(skip).join('.')}`];
    if (fault) return fault;
  }
  return undefined;
}
