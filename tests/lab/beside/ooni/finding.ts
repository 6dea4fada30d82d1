import type { Mechanism } from '../../../../core/vocabulary.ts';
import { type Failure, mechanismOf } from './failure.ts';

/** What one of OONI's tests comes to: whether it is an anomaly, and by which failures. */
export interface Finding {
  readonly anomaly: boolean;
  readonly failures: readonly Failure[];
}

/** A name for how it is blocked, if all failures have the same. */
export function mechanismOfAll(failures: readonly Failure[]): Mechanism | undefined {
  const names = new Set(failures.map(mechanismOf));
  return names.size === 1 ? [...names][0] : undefined;
}

export const failuresIn = (results: ReadonlyMap<unknown, Failure | null>): Failure[] =>
  [...results.values()].filter((failure) => failure !== null);
