import { parseLiteral } from './literal.ts';
import { rangeDecoder } from './operators/range-decoder.ts';
import { walkTree } from './operators/tree.ts';

/**
 * Whose address this is, from a table that is shipped with the extension and made when it is built (`operators/pack.ts`,
 * `modules/operators.ts`): asking it sends nothing. What it holds and what it can't know stands in `docs/networks.md`.
 *
 * The file, before gzip:
 *
 *     4 bytes     "RNO1"
 *     6 numbers   how many countries and systems; bytes of the names and of each tree
 *     countries   two letters each
 *     systems     a number each: the difference to the AS number before, its sign, whether it belongs to a hosting company
 *     names       UTF-8, one line for each system
 *     trees       IPv4 by /24 below 128.0.0.0, IPv4 from there on, IPv6 by /48, range-coded (`operators/tree.ts`)
 *
 * A number is written in groups of 7 bits, the lowest first, all but the last marked with 128.
 */

/** What is known of an address; all null for one that the table does not hold. */
export interface Ownership {
  readonly asn: number | null;
  /** The operator's name as people know it. */
  readonly operator: string | null;
  /** ISO 3166-1: where the address is registered. */
  readonly country: string | null;
  /** The system belongs to a hosting or VPN company. */
  readonly hosting: boolean;
}

export interface Operators {
  find(address: string): Ownership;
  /** Several at the cost of one. */
  findAll(addresses: readonly string[]): readonly Ownership[];
}

export const NOBODY: Ownership = { asn: null, operator: null, country: null, hosting: false };

/** @throws RangeError when the bytes are no such table. Later look-ups throw when the part that they need is damaged. */
export function openOperators(bytes: Uint8Array): Operators {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (length > bytes.length - at) throw new RangeError('The table of networks is too short');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = (): number => {
    let value = 0;
    for (let scale = 1; scale < 2 ** 42; scale *= 2 ** 7) {
      const byte = take(1)[0] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new RangeError('The table of networks holds a number that is too large');
  };
  const text = (length: number): string => new TextDecoder().decode(take(length));

  if (text(4) !== 'RNO1') throw new RangeError('This is no table of networks');
  const countryCount = number();
  const systemCount = number();
  const nameBytes = number();
  const treeBytes = [number(), number(), number()];
  const countries = text(2 * countryCount);
  if (systemCount > bytes.length) throw new RangeError('The table of networks is too short');
  const systems = new Float64Array(systemCount);
  let asn = 0;
  for (let i = 0; i < systemCount; i++) {
    const step = number();
    asn += (step & 2 ? -1 : 1) * Math.floor(step / 4);
    systems[i] = asn * 2 + (step & 1);
  }
  const names = text(nameBytes).split('\n');
  const trees = treeBytes.map(take);

  const ownership = (country: number, system: number): Ownership => {
    const entry = systems[system - 1];
    return {
      asn: entry === undefined ? null : Math.floor(entry / 2),
      operator: (entry !== undefined && names[system - 1]) || null,
      country: countries.slice(2 * country - 2, 2 * country) || null,
      hosting: entry !== undefined && entry % 2 === 1,
    };
  };

  const findAll = (addresses: readonly string[]): readonly Ownership[] => {
    const found = addresses.map(() => NOBODY);
    const places = addresses.map(placeOf);
    trees.forEach((tree, t) => {
      const wanted = places.flatMap((place, i) => (place?.tree === t ? { at: place.at, i } : []));
      wanted.sort((a, b) => a.at - b.at);
      if (wanted.length === 0) return;
      const bits = t === 2 ? 48 : 23;
      let next = 0;
      walkTree(
        rangeDecoder(tree),
        bits,
        () => null,
        (depth, prefix, country, system) => {
          for (let one = wanted[next]; one && Math.floor(one.at / 2 ** (bits - depth)) === prefix; one = wanted[next]) {
            found[one.i] = ownership(country, system);
            next++;
          }
          return next === wanted.length;
        },
      );
    });
    return found;
  };
  return { findAll, find: (address) => findAll([address])[0] ?? NOBODY };
}

/** In which tree an address is, and where in it. */
function placeOf(address: string): { readonly tree: number; readonly at: number } | null {
  const literal = parseLiteral(address);
  if (literal === null) return null;
  const [parts, partSize] = literal.family === 4 ? [literal.octets, 2 ** 8] : [literal.groups, 2 ** 16];
  const at = parts.slice(0, 3).reduce((sum, part) => sum * partSize + part, 0);
  if (literal.family === 6) return { tree: 2, at };
  return { tree: at < 2 ** 23 ? 0 : 1, at: at % 2 ** 23 };
}
