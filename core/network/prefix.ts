/**
 * The public network of an address: IPv4 /24, IPv6 /48. Coarse on purpose: an operator hands out new addresses within it, and it names
 * no single line.
 *
 * @returns null for anything that is not an address literal.
 */
export function publicPrefix(address: string): { readonly family: 4 | 6; readonly prefix: string } | null {
  const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(address);
  if (v4) {
    const parts = v4.slice(1).map(Number);
    return parts.every((part) => part <= 255) ? { family: 4, prefix: `${parts.join('.')}.0/24` } : null;
  }
  const groups = expand(address);
  return groups && { family: 6, prefix: `${groups.slice(0, 3).join(':')}::/48` };
}

/** The eight groups of an IPv6 literal, without leading zeros; null when it is none. A zone (`%eth0`) is dropped. */
function expand(address: string): string[] | null {
  const [head = '', tail, ...more] = address.toLowerCase().replace(/%.*$/, '').split('::');
  if (more.length > 0 || !/^[0-9a-f:.]*$/.test(head + (tail ?? ''))) return null;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((g) => Number.parseInt(g, 16).toString(16))
    : null;
}
