/** An address literal, taken apart. IPv4 mapped into IPv6 (RFC 4291 §2.5.5.2) is the IPv4 that it holds. */
export type Literal =
  | { readonly family: 4; readonly octets: readonly number[] }
  | { readonly family: 6; readonly groups: readonly number[] };

/** @returns null for anything that is not an address literal. Brackets and a zone (`%eth0`) are dropped. */
export function parseLiteral(text: string): Literal | null {
  const address = text
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*/, '');
  const octets = parseOctets(address);
  if (octets) return { family: 4, octets };
  const groups = parseGroups(address);
  if (groups === null) return null;
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped
    ? { family: 4, octets: groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]) }
    : { family: 6, groups };
}

function parseOctets(text: string): number[] | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const octets = text.split('.').map(Number);
  return octets.every((octet) => octet <= 255) ? octets : null;
}

function parseGroups(text: string): number[] | null {
  // A dotted tail is two groups.
  const dotted = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  if (dotted) {
    const octets = parseOctets(dotted[2] ?? '');
    if (octets === null) return null;
    const [a = 0, b = 0, c = 0, d = 0] = octets;
    return parseGroups(`${dotted[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`);
  }
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return null;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}
