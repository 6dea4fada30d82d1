import type { Transport } from './observation.ts';

/**
 * How good the line is, learned from the controls only: what a failure on an open path would be worth here, and how long it is fair to
 * wait for an answer.
 */

/** P(fail | open) is never believed to be lower than the floor; above the cap nothing can be concluded. */
export const FLOOR = 0.02;
export const CAP = 0.3;
/**
 * The floor for the silence of a role of one host, while any control suffers too: nobody beside it tells of its own bad moments, and four
 * controls tell little of the line's.
 */
export const LONE_FLOOR = 0.1;

/** Pseudo-observations at the floor: one lost control in a first round must not look like a third of the line. */
const PRIOR_WEIGHT = 3;
/** Weight of the past at each round. */
const MEMORY = 0.7;

/** Exponentially weighted counts of control operators asked and silent. */
export interface Loss {
  readonly asked: number;
  readonly failed: number;
}

export const NO_LOSS: Loss = { asked: 0, failed: 0 };

export const learn = (loss: Loss, round: Loss): Loss => ({
  asked: loss.asked * MEMORY + round.asked,
  failed: loss.failed * MEMORY + round.failed,
});

/** P(fail | open), floored; null when the line is too bad to judge anybody by. */
export function failOpen({ asked, failed }: Loss): number | null {
  const p = Math.max(FLOOR, (failed + FLOOR * PRIOR_WEIGHT) / (asked + PRIOR_WEIGHT));
  return p > CAP ? null : p;
}

/** How the controls' answers in this very round look. */
export type Weather = 'clean' | 'lossy' | 'heavy';

/** An answer that took this much longer than the fastest needed a retransmission (libwebrtc's first is at 250 ms, TCP's at 1 s). */
const RETRANSMITTED_MS = { udp: 220, tcp: 900 } as const;

/** Answers after so many ms of which none needed a retransmission. */
export const areTogether = (times: readonly number[], carrier: Carrier): boolean =>
  Math.max(...times) - Math.min(...times) < RETRANSMITTED_MS[carrier];

export type Carrier = 'udp' | 'tcp';
export const carrierOf = (transport: Transport): Carrier => (transport === 'udp' ? 'udp' : 'tcp');

/** @param answers one entry a control that was asked: its time to answer in ms, or null while there is none. */
export function weather(answers: readonly (number | null)[], carrier: Carrier): Weather {
  const times = answers.filter((ms) => ms !== null);
  const fastest = Math.min(...times);
  const late = answers.length - times.filter((ms) => ms - fastest < RETRANSMITTED_MS[carrier]).length;
  // Nothing at all is not loss: longer waiting would not change it.
  if (times.length === 0) return 'lossy';
  // A line on which everybody needs long is full, or far away: the time for a clean one would cut answers off.
  const share = (times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0) / PATIENCE_MS[carrier].clean;
  if (late * 2 > answers.length) return 'heavy';
  // One late operator of four is what a dead one looks like: no reason to doubt the line.
  return times.length >= 3 && late * 4 <= answers.length && share <= 1 / 3 ? 'clean' : 'lossy';
}

/**
 * How long to wait for an answer, ms from the question.
 *
 * UDP: libwebrtc sends at 0, 250, 770, 1780, 3800 and 7810 ms, Firefox at 0, 100, 300, 700, 1590, 3300 and 6510 ms (measured): four, five
 * or six sends. At 15 % loss each way five sends all fail in 0.2 % of cases.
 * TCP: SYN at 0, 1, 3 and 7 s; name look-ups repeat likewise.
 */
export const PATIENCE_MS: Record<Carrier, Record<Weather, number>> = {
  udp: { clean: 2_200, lossy: 4_700, heavy: 9_000 },
  tcp: { clean: 4_000, lossy: 7_500, heavy: 9_500 },
};

/** Round trips that a full exchange may need on top: name, connection, TLS, answer. */
const ROUND_TRIPS = { udp: 2, tcp: 4 } as const;

/** @param roundTripMs fastest control's answer over UDP, or 0 when unknown. */
export const patience = (carrier: Carrier, weather: Weather, roundTripMs: number): number =>
  PATIENCE_MS[carrier][weather] + (roundTripMs > 100 ? ROUND_TRIPS[carrier] * roundTripMs : 0);
