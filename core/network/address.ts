import { parseLiteral } from './literal.ts';

/**
 * Address ranges in which no public service can live (RFC 6890 and successors). A service's name that leads there was answered falsely,
 * or a tunnel hands out names of its own (198.18.0.0/15).
 */
export type AddressKind = 'public' | 'private' | 'tunnel';

const V4: readonly (readonly [prefix: number, bits: number, kind: AddressKind])[] = [
  [0x00_00_00_00, 8, 'private'],
  [0x0a_00_00_00, 8, 'private'],
  [0x64_40_00_00, 10, 'private'],
  [0x7f_00_00_00, 8, 'private'],
  [0xa9_fe_00_00, 16, 'private'],
  [0xac_10_00_00, 12, 'private'],
  [0xc0_00_00_00, 24, 'private'],
  [0xc0_a8_00_00, 16, 'private'],
  [0xc6_12_00_00, 15, 'tunnel'],
  [0xe0_00_00_00, 3, 'private'],
];

/** @param address as webRequest gives it. Anything unreadable counts as public: no accusation comes from it. */
export function addressKind(address: string): AddressKind {
  const literal = parseLiteral(address);
  if (literal?.family === 4) {
    const value = literal.octets.reduce((sum, octet) => sum * 256 + octet, 0);
    const row = V4.find(([prefix, bits]) => Math.floor(value / 2 ** (32 - bits)) === prefix / 2 ** (32 - bits));
    return row?.[2] ?? 'public';
  }
  return literal !== null && isPrivateIPv6(literal.groups) ? 'private' : 'public';
}

/** Unspecified and loopback, unique local (fc00::/7), link-local (fe80::/10). */
const isPrivateIPv6 = ([first = 0, ...others]: readonly number[]): boolean =>
  (first === 0 && others.slice(0, 6).every((group) => group === 0) && (others[6] ?? 0) <= 1) ||
  (first & 0xfe00) === 0xfc00 ||
  (first & 0xffc0) === 0xfe80;
