import type { Transport } from '../evidence/observation.ts';

/** What an endpoint's address says about it. */

export function transportOf(url: string): Transport {
  if (url.startsWith('stun:') || url.endsWith('?transport=udp')) return 'udp';
  return url.startsWith('turn:') || url.startsWith('http:') ? 'tcp' : 'tls';
}

export type Scheme = 'https' | 'http' | 'wss' | 'stun' | 'turn' | 'turns';
export const schemeOf = (url: string): Scheme => url.slice(0, url.indexOf(':')) as Scheme;

/** Host name or address literal, without port. */
export function hostOf(url: string): string {
  const rest = url.slice(url.indexOf(':') + 1).replace(/^\/\//, '');
  const end = rest.startsWith('[') ? rest.indexOf(']') + 1 : rest.search(/[:/?]|$/);
  return rest.slice(0, end);
}

/** An IPv4 literal can't be reached from a network that has only IPv6: its silence there says nothing. */
export const isIPv4Literal = (url: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(hostOf(url));

/** Port of a STUN or TURN address; the catalogue always names it. */
export const portOf = (url: string): string => /:(\d+)(\?|$)/.exec(url)?.[1] ?? '';
