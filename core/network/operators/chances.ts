import { SITUATIONS } from './tree.ts';

/** The coders' registers have 24 bits: browsers keep no larger number without allocating for it. */
export const WHOLE = 2 ** 24;
/** A range below this gets its next byte. */
export const LEAST = 2 ** 16;

/** The part of a range that stands for a 0. */
export const share = (range: number, chance: number): number => Math.floor((range * chance) / 2 ** 12);

/**
 * How likely a 0 is in each situation, learned from what came before. The mean of a quick and a slow learner is closer than either:
 * one follows where the data changes, the other is exact where it does not.
 */
export interface Chances {
  /** Of 4096, never 0 and never all. */
  ofZero(situation: number): number;
  learn(situation: number, bit: number): void;
}

export function newChances(): Chances {
  /** Of each situation what the quick and what the slow learner holds, side by side for the processor's cache. */
  const held = new Uint16Array(2 * SITUATIONS).fill(2 ** 15);
  return {
    ofZero: (situation) => ((held[2 * situation] ?? 0) + (held[2 * situation + 1] ?? 0)) >> 5,
    learn(situation, bit) {
      const quick = held[2 * situation] ?? 0;
      const slow = held[2 * situation + 1] ?? 0;
      held[2 * situation] = quick + (bit === 0 ? (2 ** 16 - quick) >> 4 : -(quick >> 4));
      held[2 * situation + 1] = slow + (bit === 0 ? (2 ** 16 - slow) >> 7 : -(slow >> 7));
    },
  };
}
