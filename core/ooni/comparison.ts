import type { Counts, TestOpinion } from './opinion.ts';

/**
 * OONI's counts in words. Tests of messengers show anomalies everywhere, one more than another: only against the same test elsewhere do
 * they say something.
 */
export const OPINION_WORDS = ['none', 'too-few', 'as-elsewhere', 'more-often'] as const;
export type OpinionWord = (typeof OPINION_WORDS)[number];

/** Below it no share means anything. */
const FEWEST = 10;
/** Elsewhere is what is compared with: it has to be better known. */
const FEWEST_ELSEWHERE = 100;
/** Volunteers' devices and lines differ from country to country by this much without a block. */
const MARGIN = 0.1;
/** 99 of 100 intervals hold the true share. */
const Z = 2.576;

/** Everywhere but in this country: where many of a test's measurements are made, its own blocks would otherwise be what is usual. */
export const elsewhere = ({ country, world }: TestOpinion): Counts => ({
  measured: world.measured - country.measured,
  anomalies: world.anomalies - country.anomalies,
});

export function wordFor(here: Counts, usual: Counts): OpinionWord {
  if (here.measured === 0) return 'none';
  if (here.measured < FEWEST || usual.measured < FEWEST_ELSEWHERE) return 'too-few';
  const limit = share(usual) + MARGIN;
  if (share(here) <= limit) return 'as-elsewhere';
  return lowerBound(here) > limit ? 'more-often' : 'too-few';
}

export const share = ({ measured, anomalies }: Counts): number => (measured === 0 ? 0 : anomalies / measured);

/** The least that the true share may be: the lower end of Wilson's interval (1927). */
export function lowerBound({ measured, anomalies }: Counts): number {
  const p = anomalies / measured;
  const spread = Z * Math.sqrt((p * (1 - p)) / measured + Z ** 2 / (4 * measured ** 2));
  return Math.max(0, (p + Z ** 2 / (2 * measured) - spread) / (1 + Z ** 2 / measured));
}
