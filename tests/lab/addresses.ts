import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';

/**
 * The lab's address plan. Everything lives in namespaces that lead nowhere, so real public addresses may be used safely; they have
 * to be, because the product takes an answer from a private address for a forged one.
 */
export const CLIENT = '192.168.77.2';
export const ROUTER = '192.168.77.1';
export const ROUTER_TO_WORLD = '100.64.0.1';
export const WORLD_TO_ROUTER = '100.64.0.2';

/**
 * Public addresses that the router can give the client: Maroc Telecom's, Inwi's, and one of Datacamp's, from whom VPNs rent theirs.
 * `untranslated` leaves the client its own address, as on a campus where every device has a public one.
 */
export const EXITS = { home: '105.156.23.7', away: '105.66.77.9', vpn: '89.187.160.77', untranslated: CLIENT } as const;

/**
 * One of these addresses, or two at once: each server sees always the same one of them (`by-destination`, as behind a balanced line), or
 * UDP leaves by another than TCP (`by-protocol`, as where a tunnel carries only a part).
 */
export type Exit = keyof typeof EXITS | 'by-destination' | 'by-protocol';

export const addressesOf = (exit: Exit): readonly string[] =>
  exit === 'by-destination' || exit === 'by-protocol' ? [EXITS.home, EXITS.away] : [EXITS[exit]];

export const RESOLVER = '212.217.0.1';
/** The relay server's own address; what the catalogue lists is translated to it. */
export const RELAY = '45.63.0.10';
export const BLOCK_PAGE = '105.156.255.1';
/** A private address that answers for every name, as the machine behind a forged DNS answer does. */
export const IMPOSTOR = '10.66.0.1';
/** An office's HTTP proxy, and the public address by which it asks the world: Maroc Telecom's too. */
export const PROXY = { address: '10.66.0.8', port: 3128, exit: '105.156.23.200' } as const;
/** Servers of the person's own (`world/own/`). */
export const OWN_HOSTS = {
  'relay.own.example': '45.63.7.1',
  'rest.own.example': '45.63.7.2',
  'full.own.example': '45.63.7.3',
  'untrusted.own.example': '45.63.7.4',
  'sip.own.example': '45.63.7.5',
  'odd-sip.own.example': '45.63.7.6',
  'home.own.example': '45.63.7.7',
} as const;
export type OwnHost = keyof typeof OWN_HOSTS;
/** Nothing answers here, not even with an error. */
export const NOWHERE = '45.63.255.1';

/**
 * Every IPv4 address of the lab has a twin in IPv6 that ends with it. `nat64` is the one by which networks without IPv4 reach it
 * (RFC 6052); nothing is translated in here, the far host simply has that address as well.
 */
const PREFIXES = { native: '2a05:7cc0:77:1::', nat64: '64:ff9b::' } as const;
export type Twin = keyof typeof PREFIXES;

/** @param address may be a range, `a.b.c.d/bits`. */
export function twin(address: string, by: Twin = 'native'): string {
  const [octets = '', bits] = address.split('/');
  const [a = 0, b = 0, c = 0, d = 0] = octets.split('.').map(Number);
  const groups = [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':');
  return `${PREFIXES[by]}${groups}${bits === undefined ? '' : `/${96 + Number(bits)}`}`;
}
export const twins = (address: string): string[] => [twin(address), twin(address, 'nat64')];

/** The IPv4 address whose twin it is; any other address as it came. */
export function untwin(address: string): string {
  if (address.startsWith('::ffff:')) return address.slice('::ffff:'.length);
  const prefix = Object.values(PREFIXES).find((prefix) => address.startsWith(prefix));
  if (prefix === undefined) return address;
  const groups = address.slice(prefix.length).split(':');
  return groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

/** With IPv6 the client has a public address of its own; only after a move to `away` is it another one. */
export const CLIENT_6 = '2a02:8a80:77:2::2';
export const ROUTER_6 = '2a02:8a80:77:2::1';
export const AWAY_6 = '2a01:e0a:77:9::2';
export const ROUTER_TO_WORLD_6 = 'fd00:64::1';
export const WORLD_TO_ROUTER_6 = 'fd00:64::2';

/** One stable address for each host: a rule can hit one service only, and a log can be read. */
export function addressBook(hosts: Iterable<string>): ReadonlyMap<string, string> {
  const book = new Map<string, string>();
  const taken = new Set<string>();
  for (const host of [...new Set(hosts)].sort()) {
    const address = isIPv4(host) ? host : freeAddress(host, taken);
    taken.add(address);
    book.set(host, address);
  }
  return book;
}

function freeAddress(host: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const [third = 0, fourth = 0] = createHash('sha256')
      .update(`${host}${attempt || ''}`)
      .digest();
    const address = `45.76.${third}.${(fourth % 254) + 1}`;
    if (!taken.has(address)) return address;
  }
}
