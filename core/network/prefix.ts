import { parseLiteral } from './literal.ts';

/**
 * The public network of an address: IPv4 /24, IPv6 /48. Coarse on purpose: an operator hands out new addresses within it, and it names
 * no single line.
 *
 * @returns null for anything that is not an address literal.
 */
export function publicPrefix(address: string): { readonly family: 4 | 6; readonly prefix: string } | null {
  const literal = parseLiteral(address);
  if (literal === null) return null;
  return literal.family === 4
    ? { family: 4, prefix: `${literal.octets.slice(0, 3).join('.')}.0/24` }
    : {
        family: 6,
        prefix: `${literal.groups
          .slice(0, 3)
          .map((group) => group.toString(16))
          .join(':')}::/48`,
      };
}
