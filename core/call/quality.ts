import { mosOfRating } from './e-model.ts';

/** How people judge a call, from the best down, with the rating from which on they do (ITU-T G.107 Annex B, table B.1). */
export const QUALITIES = [
  /** "Satisfied", and from 90 on "very satisfied". */
  ['good', 80],
  /** "Some users dissatisfied". */
  ['fair', 70],
  /** "Many users dissatisfied". */
  ['poor', 60],
  /** "Nearly all users dissatisfied", and below 50 "not recommended". */
  ['bad', 0],
] as const;
export type CallQuality = (typeof QUALITIES)[number][0];

export const qualityOf = (mos: number): CallQuality =>
  QUALITIES.find(([, rating]) => mos >= mosOfRating(rating))?.[0] ?? 'bad';

/** Of a call of which people would complain. */
export const isPoor = (mos: number): boolean => mos < mosOfRating(70);
