import { BETA, LOWER, P_FAIL_BLOCKED, UPPER } from '../../core/evidence/sequential.ts';

/** What is to be expected without any simulation. */

/** Wilson's interval (1927) for a share, at 95 %. */
export function wilson(hits: number, of: number): readonly [low: number, high: number] {
  const z = 1.96;
  const share = hits / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Wald's approximation of the rounds until a blocked path is decided, when the test believes P(fail | open) to be `pOpen`. */
export function waldRounds(pOpen: number): number {
  const gain =
    P_FAIL_BLOCKED * Math.log(P_FAIL_BLOCKED / pOpen) +
    (1 - P_FAIL_BLOCKED) * Math.log((1 - P_FAIL_BLOCKED) / (1 - pOpen));
  return ((1 - BETA) * UPPER + BETA * LOWER) / gain;
}
