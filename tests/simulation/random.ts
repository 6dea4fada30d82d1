export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): uniform in [0, 1). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the list, each as likely as the other. */
export function pick<T>(list: readonly [T, ...T[]], random: Random): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

/** Waiting time until an event that happens once in `mean` on average. */
export const exponential = (mean: number, random: Random): number => -Math.log(1 - random()) * mean;
