import type { Endpoint, Service } from '../catalogue/runtime.ts';

/** Servers that the person runs or was given: checked like any service of the catalogue. Their credentials are kept apart, in `platform/secrets.ts`. */

/**
 * How an address is asked:
 * - `sip`: SIP over WebSocket (RFC 7118), `wss://host[:port]/path`, with an OPTIONS request;
 * - `web`: `https://…` or `wss://…`; any answer counts;
 * - `stun`: `stun:host:port`;
 * - `turn`: `turn:host:port?transport=udp|tcp` or `turns:host:port` (TLS over TCP).
 */
export const ADDRESS_KINDS = ['sip', 'web', 'stun', 'turn'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

export interface OwnAddress {
  readonly kind: AddressKind;
  /** In the form of `AddressKind`, host in lower case, port always there for STUN and TURN. */
  readonly url: string;
}

export interface OwnServer {
  /** `own-` and eight hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly OwnAddress[];
  /** Credentials were kept with it: where `secretOf` has none, they are lost and have to be given again. */
  readonly hasCredentials?: true;
}

/** As stored. */
export interface OwnServers {
  readonly schemaVersion: 1;
  /** In the person's order. */
  readonly servers: readonly OwnServer[];
  /** Names of servers that were removed, by id: the history still speaks of them. */
  readonly former: Readonly<Record<string, string>>;
}

export const NO_SERVERS: OwnServers = { schemaVersion: 1, servers: [], former: {} };

export const isOwn = (id: string): boolean => id.startsWith('own-');

/** A server as a service of the catalogue. None of its addresses has a vote before it has answered once. */
export const toService = ({ id, name, addresses }: OwnServer): Service => ({
  id,
  name,
  retired: false,
  isDefault: false,
  endpoints: addresses.map(
    ({ kind, url }): Endpoint => ({
      url,
      role: kind === 'sip' || kind === 'web' ? 'signalling' : 'media',
      verified: false,
      ...(kind === 'sip' && { asks: 'sip' as const }),
    }),
  ),
  statusFeeds: [],
});

/** What was stored may be damaged: servers that do not fit are left out, and cost the others nothing. */
export function readServers(stored: unknown): OwnServers {
  const { servers, former } = Object(stored) as Partial<OwnServers>;
  const names = Object.entries(Object(former) as OwnServers['former']);
  return {
    schemaVersion: 1,
    servers: Array.isArray(servers) ? servers.filter(isServer) : [],
    former: Object.fromEntries(names.filter(([id, name]) => isOwn(id) && typeof name === 'string')),
  };
}

const isServer = (value: OwnServer | null): value is OwnServer =>
  /^own-[0-9a-f]{8}$/.test(value?.id ?? '') &&
  typeof value?.name === 'string' &&
  Array.isArray(value.addresses) &&
  value.addresses.every(
    (address: OwnAddress | null) => PATTERNS[address?.kind as AddressKind]?.test(address?.url ?? '') ?? false,
  );

const PATTERNS: Record<AddressKind, RegExp> = {
  sip: /^wss:\/\/[^/]/,
  web: /^(https|wss):\/\/[^/]/,
  stun: /^stun:[^/?]+:\d+$/,
  turn: /^(turn:[^/?]+:\d+\?transport=(udp|tcp)|turns:[^/?]+:\d+)$/,
};
