/**
 * The table's shape and its statistics, written once for both directions: who packs hands in what is known, who reads gets it back.
 *
 * Each address family is a binary tree over the bits of the address. A part of the address space that has one country and one system
 * is a leaf; anything else splits in two. Every yes or no goes through a `Coder` with a number that says in which situation it was
 * asked; from its earlier answers in the same situation the coder knows how likely each is, and spends bits accordingly.
 */
export interface Coder {
  /** Passes one bit on. Who packs takes `bit`; who reads ignores it and returns what stands in the file. */
  bit(situation: number, bit: number): number;
}

/** What one part of the address space holds. Undefined: nobody uses that part, and whatever is cheapest may stand there. */
export interface Leaf {
  /** Place in the list of countries; 0 is none. */
  readonly country: number | undefined;
  /** Place in the list of systems, from 1; 0 is one that is not in the list. */
  readonly system: number | undefined;
}

/** Most leaves of one tree, and most systems. What is damaged must end as well. */
export const MAX_LEAVES = 2 ** 20;
export const SYSTEM_BITS = 14;
const COUNTRY_BITS = 8;
const HIGH_BITS = 7;
const MAX_DEPTH = 48;
/** A system that has not been met for long is named anew. */
const MAX_RECENT = 127;
const MAX_RANK_BITS = 6;

/** Situations are numbered in blocks, one after the other. */
let situations = 0;
const block = (size: number): number => {
  const first = situations;
  situations += size;
  return first;
};
const SPLIT = block((MAX_DEPTH + 1) * 18);
const MOVED = block((MAX_DEPTH + 1) * 6);
const SAME = block((MAX_DEPTH + 1) * 24);
const COUNTRY = block(2 ** (2 * COUNTRY_BITS));
/** A number's length, its three highest bits by its length; the rest of its bits are as good as random. */
const NUMBER_SIZE = 8 + 8 * 8;
const RANK = block(8 * 13 * NUMBER_SIZE);
const REST = block(8 * 8);
const NEW_HIGH = block(2 ** (COUNTRY_BITS + HIGH_BITS));
const NEW_LOW = block(2 ** (SYSTEM_BITS - HIGH_BITS));
export const SITUATIONS = situations;

/** How a part lies beside the other half of the whole it was split from. */
type Beside = 0 | 1 | 2;
const FIRST = 0;
const AFTER_LEAF = 1;
const AFTER_SPLIT = 2;

/**
 * Walks the tree from the lowest address to the highest.
 *
 * @param known what a part holds, or null when it is not all the same; who reads knows nothing
 * @param visit called for each leaf, and ends the walk by returning true
 */
export function walkTree(
  coder: Coder,
  addressBits: number,
  known: (depth: number, prefix: number) => Leaf | null,
  visit: (depth: number, prefix: number, country: number, system: number) => boolean,
): void {
  let leaves = 0;
  let ended = false;
  let country = 0;
  let moved = 0;
  let rank = 0;
  /** Systems of each country, the latest first: the next is mostly among the first few. */
  const recent = new Map<number, number[]>();

  const walk = (depth: number, prefix: number, beside: Beside): boolean => {
    const leaf = known(depth, prefix);
    const split = SPLIT + ((depth * 3 + beside) * 3 + Math.min(rank, 2)) * 2 + moved;
    if (depth < addressBits && coder.bit(split, leaf === null ? 1 : 0) === 1) {
      const first = walk(depth + 1, prefix * 2, FIRST);
      if (!ended) walk(depth + 1, prefix * 2 + 1, first ? AFTER_LEAF : AFTER_SPLIT);
      return false;
    }
    if (++leaves > MAX_LEAVES) throw new RangeError('The table of networks does not end');
    const system = codeLeaf(depth, beside, leaf);
    ended = visit(depth, prefix, country, system);
    return true;
  };

  const codeLeaf = (depth: number, beside: Beside, leaf: Leaf | null): number => {
    const nextCountry = leaf?.country ?? country;
    const wasMoved = moved;
    moved = coder.bit(MOVED + (depth * 3 + beside) * 2 + wasMoved, nextCountry === country ? 0 : 1);
    if (moved) country = codeBits(coder, COUNTRY + country * 2 ** COUNTRY_BITS, COUNTRY_BITS, nextCountry);

    const list = recent.get(country) ?? [0];
    recent.set(country, list);
    const place = leaf?.system === undefined ? 0 : list.indexOf(leaf.system);
    const wasRank = Math.min(rank, 3);
    const same = SAME + ((depth * 3 + beside) * 2 + moved) * 4 + wasRank;
    if (coder.bit(same, place === 0 ? 0 : 1) === 0) {
      rank = 0;
      return list[0] ?? 0;
    }
    // 0 stands for a system that this country has not had yet.
    const ranks = RANK + (((beside === AFTER_LEAF ? 4 : 0) + wasRank) * 13 + (depth >> 2)) * NUMBER_SIZE;
    const found = codeNumber(coder, ranks, Math.max(place, 0));
    rank = found + 1;
    const system = found === 0 ? codeNew(leaf?.system ?? 0) : (list[found] ?? 0);
    for (let i = found || Math.min(list.length, MAX_RECENT - 1); i > 0; i--) list[i] = list[i - 1] ?? 0;
    list[0] = system;
    return system;
  };

  const codeNew = (system: number): number => {
    const lowBits = SYSTEM_BITS - HIGH_BITS;
    const high = codeBits(coder, NEW_HIGH + country * 2 ** HIGH_BITS, HIGH_BITS, system >> lowBits);
    return (high << lowBits) | codeBits(coder, NEW_LOW, lowBits, system & (2 ** lowBits - 1));
  };

  walk(0, 0, FIRST);
}

/** A number of so many bits, the highest first; each bit is told in view of those before it. */
function codeBits(coder: Coder, first: number, bits: number, value: number): number {
  let node = 1;
  for (let i = bits - 1; i >= 0; i--) node = node * 2 + coder.bit(first + node, (value >> i) & 1);
  return node - 2 ** bits;
}

/** A number that is mostly small: how many bits, then the bits (Elias' gamma code). */
function codeNumber(coder: Coder, first: number, value: number): number {
  const bits = 31 - Math.clz32(value + 1);
  let length = 0;
  while (length < MAX_RANK_BITS && coder.bit(first + length, length < bits ? 1 : 0) === 1) length++;
  let number = 1;
  for (let i = length - 1; i >= 0; i--) {
    const seen = length - 1 - i;
    const situation = seen < 3 ? first + 8 + length * 8 + number : REST + length * 8 + i;
    number = number * 2 + coder.bit(situation, ((value + 1) >> i) & 1);
  }
  return number - 1;
}
