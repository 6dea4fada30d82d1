import { DAY_MS, isWithinDay } from '../day.ts';
import type { Opinion, OpinionAnswer, OpinionQuestion, StoredOpinion } from './opinion.ts';

/** When OONI may be asked again. Apart from the shape of what is stored, for which the background has no room. */

type Place = Pick<OpinionQuestion, 'country' | 'asn'>;

/** After a quota is used up. OONI's is counted by the hour. */
const LEAST_PAUSE_MS = 3_600_000;
/** However long a server wants to be left alone. */
const LONGEST_PAUSE_MS = DAY_MS;
/** Of so many places an answer is kept. */
const MOST = 8;

/** The newest first. What was stored may be damaged, or of a version that kept one. */
export function opinionsIn(known: unknown): readonly Opinion[] {
  const { opinions, opinion } = Object(known) as Readonly<Record<string, Opinion | Opinion[] | undefined>>;
  return [opinions ?? opinion ?? []].flat().filter(Boolean);
}

/** Of this place, however old. */
export const opinionOn = (known: StoredOpinion | null, place: Place): Opinion | null =>
  opinionsIn(known).find((one) => isOf(one, place)) ?? null;

const isOf = (one: Place, { country, asn }: Place): boolean => one.country === country && one.asn === asn;

/** Until when nobody may ask, ms since the epoch; null: now. A time further ahead than any pause was written under a wrong clock. */
export function heldUntil(known: StoredOpinion | null, now: number): number | null {
  const { notBefore = 0 } = known ?? {};
  return notBefore > now && notBefore - now <= LONGEST_PAUSE_MS ? notBefore : null;
}

/** From when on it may be asked about this place, ms since the epoch; null: now. The same day's answer would be the same. */
export function mayAskFrom(known: StoredOpinion | null, place: Place, now: number): number | null {
  const { askedAt = Number.NEGATIVE_INFINITY } = opinionOn(known, place) ?? {};
  const freshUntil = isWithinDay(askedAt, now) ? askedAt + DAY_MS : 0;
  return Math.max(freshUntil, heldUntil(known, now) ?? 0) || null;
}

/** @param asked what the server asks for, ms; null: nothing */
export const pauseUntil = (now: number, asked: number | null): number =>
  now + Math.min(LONGEST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, asked ?? 0));

/** An answer that failed leaves the last good ones in their place. */
export function withAnswer(known: StoredOpinion | null, answer: OpinionAnswer, now: number): StoredOpinion {
  const opinions = opinionsIn(known);
  if ('problem' in answer) return { opinions, triedAt: now, ...answer };
  const { opinion, ...pause } = answer;
  const others = opinions.filter((one) => !isOf(one, opinion));
  return { opinions: [opinion, ...others].slice(0, MOST), triedAt: now, ...pause };
}
