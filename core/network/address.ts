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

/** @param address an IPv4 or IPv6 literal, as webRequest gives it. Anything unreadable counts as public: no accusation from it. */
export function addressKind(address: string): AddressKind {
  const text = address
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:(?=\d+\.)/, '');
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (octets) {
    const value = octets.slice(1).reduce((sum, octet) => sum * 256 + Number(octet), 0);
    const row = V4.find(([prefix, bits]) => Math.floor(value / 2 ** (32 - bits)) === prefix / 2 ** (32 - bits));
    return row?.[2] ?? 'public';
  }
  // Loopback and unspecified, unique local (fc00::/7), link-local (fe80::/10).
  return /^(::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/.test(text) ? 'private' : 'public';
}
