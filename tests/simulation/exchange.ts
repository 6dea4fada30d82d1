import type { LossyLine, Way } from './loss.ts';

/** When an exchange with a server that is there and open comes to its end on a lossy line, as senders repeat what was not answered. */

export type Browser = 'chromium' | 'firefox';

/** When a browser sends a STUN or TURN request, ms from the first (measured; `core/evidence/line.ts` tells of them too). */
const STUN_SENDS: Readonly<Record<Browser, readonly number[]>> = {
  chromium: [0, 250, 770, 1_780, 3_800, 7_810, 15_830],
  firefox: [0, 100, 300, 700, 1_590, 3_300, 6_510],
};
/** Of a SYN and, near enough, of a question to a name server. */
const SYN_SENDS: readonly number[] = [0, 1_000, 3_000, 7_000, 15_000];
/** TCP repeats a segment after the round trip and at least this much, each time twice as late. */
const MIN_RTO_MS = 200;
const MOST_REPEATS = 8;

/** The time of the first answer to one of these sends; infinite when none comes back. */
function firstAnswer(line: LossyLine, sends: readonly number[], at: number, rttMs: number): number {
  for (const send of sends) {
    const sent = at + send;
    if (!line.lost('up', sent) && !line.lost('down', sent + rttMs / 2)) return sent + rttMs;
  }
  return Number.POSITIVE_INFINITY;
}

export const stun = (line: LossyLine, browser: Browser, at: number, rttMs: number): number =>
  firstAnswer(line, STUN_SENDS[browser], at, rttMs);

/** A browser wants both families' addresses. */
export const nameLookup = (line: LossyLine, at: number, rttMs: number): number =>
  Math.max(firstAnswer(line, SYN_SENDS, at, rttMs), firstAnswer(line, SYN_SENDS, at, rttMs));

/** Segments each way in turns: with TLS 1.3 a greeting with post-quantum keys, certificates, the request, its answer. */
const FLIGHTS = { plain: [1, 1], tls: [2, 4, 2, 1] } as const;

export function tcp(line: LossyLine, security: keyof typeof FLIGHTS, at: number, rttMs: number): number {
  return FLIGHTS[security].reduce(
    (now, segments, index) => flight(line, index % 2 === 0 ? 'up' : 'down', segments, now, rttMs),
    firstAnswer(line, SYN_SENDS, at, rttMs),
  );
}

/** When the last of the segments has arrived. */
function flight(line: LossyLine, way: Way, segments: number, at: number, rttMs: number): number {
  if (at === Number.POSITIVE_INFINITY) return at;
  const arrivals = Array.from({ length: segments }, () => {
    let sent = at;
    for (let repeat = 0; repeat < MOST_REPEATS; repeat++) {
      if (!line.lost(way, sent)) return sent + rttMs / 2;
      sent += (rttMs + MIN_RTO_MS) * 2 ** repeat;
    }
    return Number.POSITIVE_INFINITY;
  });
  return Math.max(...arrivals);
}
