import { rangeEncoder } from './range-encoder.ts';
import type { Part } from './ranges.ts';
import { type Leaf, MAX_LEAVES, SYSTEM_BITS, walkTree } from './tree.ts';

/** A system that the table names. */
export interface System {
  readonly asn: number;
  readonly name: string;
  readonly hosting: boolean;
}

/** Writes the file that `operators.ts` reads. The same contents give the same bytes. */
export function packOperators(systems: readonly System[], parts: Readonly<Record<4 | 6, readonly Part[]>>): Uint8Array {
  if (systems.length >= 2 ** SYSTEM_BITS)
    throw new RangeError(`${systems.length} systems are more than the table holds`);
  const countries = [...new Set([...parts[4], ...parts[6]].flatMap(({ country }) => country || []))].sort();
  const places = {
    country: new Map(['', ...countries].map((country, place) => [country, place])),
    system: new Map(systems.map(({ asn }, i) => [asn, i + 1])),
  };
  const text = (lines: string) => new TextEncoder().encode(lines);
  const names = text(systems.map(({ name }) => name).join('\n'));
  const half = 2 ** 23;
  const trees = [
    packTree(23, between(parts[4], 0, half), places),
    packTree(23, between(parts[4], half, 2 * half), places),
    packTree(48, parts[6], places),
  ];
  return concatenate([
    text('RNO1'),
    ...[countries.length, systems.length, names.length, ...trees.map(({ length }) => length)].map(number),
    text(countries.join('')),
    ...systems.map(({ asn, hosting }, i) => {
      const step = asn - (systems[i - 1]?.asn ?? 0);
      return number(Math.abs(step) * 4 + (step < 0 ? 2 : 0) + (hosting ? 1 : 0));
    }),
    names,
    ...trees,
  ]);
}

interface Places {
  readonly country: ReadonlyMap<string, number>;
  readonly system: ReadonlyMap<number, number>;
}

function packTree(bits: number, parts: readonly Part[], places: Places): Uint8Array {
  const leaves = parts.map(
    ({ country, asn }): Leaf => ({
      country: country === undefined ? undefined : places.country.get(country),
      system: asn === undefined ? undefined : (places.system.get(asn) ?? 0),
    }),
  );
  const coder = rangeEncoder();
  let count = 0;
  walkTree(
    coder,
    bits,
    (depth, prefix) => {
      const size = 2 ** (bits - depth);
      return merged(leaves, indexAt(parts, prefix * size), indexAt(parts, (prefix + 1) * size - 1));
    },
    () => {
      count++;
      return false;
    },
  );
  if (count > MAX_LEAVES) throw new RangeError('The tree has too many leaves to be read');
  return coder.finish();
}

/** A stretch of the address space, counted from its own beginning. */
function between(parts: readonly Part[], first: number, end: number): Part[] {
  return parts
    .slice(indexAt(parts, first), indexAt(parts, end - 1) + 1)
    .map((part) => ({ ...part, first: Math.max(part.first - first, 0) }));
}

/** The part that holds a place. */
function indexAt(parts: readonly Part[], place: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.first ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What parts have in common, or null when they differ. Unused space goes with anything. */
function merged(leaves: readonly Leaf[], from: number, to: number): Leaf | null {
  let country: number | undefined;
  let system: number | undefined;
  for (let i = from; i <= to; i++) {
    const leaf = leaves[i];
    if (leaf === undefined) continue;
    if (leaf.country !== undefined && country !== undefined && leaf.country !== country) return null;
    if (leaf.system !== undefined && system !== undefined && leaf.system !== system) return null;
    country ??= leaf.country;
    system ??= leaf.system;
  }
  return { country, system };
}

function number(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Uint8Array.of(...bytes, rest);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
