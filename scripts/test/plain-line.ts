import type { Tally } from './tally.ts';

/** Reads what a program of ours said of itself: its closing `N passed, N failed`, and its lines `skipped: reason`. */
export function readPlainLine(output: string, label: string): Tally {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1, skipped: [] };
  const reasons = [...output.matchAll(/^skipped:?\s+(.+)$/gm)].map(([, reason]) => `${label}: ${reason}`);
  return { passed: Number(passed), failed: Number(failed), skipped: reasons };
}
