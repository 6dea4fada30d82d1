import type { CallSecond } from './call.ts';
import { mosOf, type Quality } from './e-model.ts';
import type { Reading } from './reading.ts';

/**
 * From readings of a call to what was heard. The first reading is only where counting begins: what came before it came while the call
 * was still being set up.
 */

/** Longer than people take for a pause. */
const STALL_MS = 1_000;
/** Silence at the end that is no stall any more. */
const CUT_MS = 3_000;
/** Silence after which waiting for more makes no sense. */
const HOPELESS_MS = 5_000;
/** A steady call ends early, but not before what cuts it after a few seconds has had its time. */
const LEAST_SECONDS = 6;
const STEADY_SECONDS = 5;
const STEADY_CHANGE = 0.05;

/** What was heard of a whole call. */
export interface Heard extends Quality {
  readonly seconds: readonly CallSecond[];
  /** Times without a packet that were longer than a pause. */
  readonly stalls: number;
  /** Sound stopped for good after so many seconds of it. */
  readonly cutAfterS: number | null;
}

export function hear(readings: readonly Reading[]): Heard {
  const seconds = secondsOf(readings);
  const whole = between(readings);
  const { gapsMs, silentMs, soundMs } = silences(readings);
  const isCut = silentMs >= CUT_MS;
  return {
    seconds,
    roundTripMs: rounded(median(seconds.map(({ roundTripMs }) => roundTripMs)), 10),
    jitterMs: rounded(median(seconds.map(({ jitterMs }) => jitterMs)), 10),
    loss: whole.loss,
    stalls: [...gapsMs, ...(isCut ? [] : [silentMs])].filter((ms) => ms > STALL_MS).length,
    cutAfterS: isCut ? Math.round(soundMs / 100) / 10 : null,
  };
}

/** Whether going on would tell nothing new: the call is as it is, or over. */
export function isSettled(readings: readonly Reading[]): boolean {
  const { gapsMs, silentMs } = silences(readings);
  if (silentMs >= HOPELESS_MS) return true;
  if ([...gapsMs, silentMs].some((ms) => ms > STALL_MS)) return false;
  const seconds = secondsOf(readings);
  const scores = seconds.slice(-STEADY_SECONDS).map(mosOf);
  const known = scores.filter((mos) => mos !== null);
  return (
    seconds.length >= LEAST_SECONDS &&
    known.length === scores.length &&
    Math.max(...known) - Math.min(...known) <= STEADY_CHANGE * Math.max(...known)
  );
}

export function secondsOf(readings: readonly Reading[]): CallSecond[] {
  const seconds: CallSecond[] = [];
  let begin = 0;
  for (let end = 1; end < readings.length; end++) {
    if (atOf(readings, end) - atOf(readings, begin) < 1_000) continue;
    seconds.push(between(readings.slice(begin, end + 1)));
    begin = end;
  }
  return seconds;
}

const atOf = (readings: readonly Reading[], index: number): number => readings[index]?.at ?? 0;

function between(readings: readonly Reading[]): CallSecond {
  let packets = 0;
  let lost: number | null = 0;
  for (const [before, after] of steps(readings)) {
    const received = rise(before.received, after.received);
    packets += received ?? 0;
    // With the counters begun anew, what was lost meanwhile is unknown.
    const missing: number | null = received === null || isReset(before, after) ? null : change(before.lost, after.lost);
    lost = lost === null || missing === null ? null : lost + missing;
  }
  const missing = lost === null ? null : Math.max(0, lost);
  const last = readings.at(-1);
  return {
    roundTripMs: rounded(roundTripOf(readings), 10),
    jitterMs: packets > 0 ? rounded(last?.jitterMs ?? null, 10) : null,
    loss: missing === null || packets + missing === 0 ? null : rounded(missing / (packets + missing), 10_000),
    packets,
  };
}

/** The browser's own round trip if it took one in this time, else that of our packets. */
function roundTripOf(readings: readonly Reading[]): number | null {
  const kinds = readings[0]?.roundTrips.length ?? 0;
  for (let kind = 0; kind < kinds; kind++) {
    const fresh = steps(readings).map(([before, after]) => {
      const [old, now] = [before.roundTrips[kind], after.roundTrips[kind]];
      return now && (now.taken === null || now.taken > (old?.taken ?? 0)) ? now.ms : null;
    });
    const found = median(fresh);
    if (found !== null) return found;
  }
  return median(readings.slice(1).map(({ echoMs }) => echoMs));
}

/** Silences between packets, the one at the end, and how long there was sound before that. Each as long as it was at least. */
function silences(readings: readonly Reading[]): { gapsMs: number[]; silentMs: number; soundMs: number } {
  const gapsMs: number[] = [];
  const beginning = atOf(readings, 0);
  let heardAt = beginning;
  let silentMs = 0;
  for (const [before, after] of steps(readings)) {
    // What nobody told is no silence.
    if (rise(before.received, after.received) !== 0) {
      if (silentMs > 0) gapsMs.push(silentMs);
      heardAt = after.at;
      silentMs = 0;
    } else silentMs = after.at - heardAt;
  }
  return { gapsMs, silentMs, soundMs: heardAt - beginning };
}

const steps = (readings: readonly Reading[]): [before: Reading, after: Reading][] =>
  readings.slice(1).map((after, index) => [readings[index] as Reading, after]);

const isReset = ({ received: before }: Reading, { received: after }: Reading): boolean => (after ?? 0) < (before ?? 0);

/** Of a counter that only grows: where it fell it was begun anew. */
function rise(before: number | null, after: number | null): number | null {
  const by = change(before, after);
  return by !== null && by < 0 ? after : by;
}

const change = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;

/** To no more digits than were measured. */
export const rounded = (value: number | null, parts: number): number | null =>
  value === null ? null : Math.round(value * parts) / parts;

export function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [low, high] = [known[(known.length - 1) >> 1], known[known.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
