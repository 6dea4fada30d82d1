import type { Fault } from '../lab/faults/fault.ts';
import { line } from '../lab/faults/index.ts';
import type { Line } from '../lab/link/link.ts';

/** A line on which nothing is blocked. */
export interface OpenLine {
  readonly line: string;
  readonly faults: readonly Fault[];
  /** Rounds to record: the worse the line, the more differ. */
  readonly rounds: number;
}

const of = (name: string, quality: Line, rounds: number): OpenLine => ({
  line: name,
  faults: Object.keys(quality).length > 0 ? [line(quality)] : [],
  rounds,
});

/** Delays are one way, as the lab counts them; the words tell the round trip. */
export const LINES: readonly OpenLine[] = [
  of('a cable', {}, 3),
  of('40 ms', { delayMs: 20 }, 3),
  of('150 ms', { delayMs: 75 }, 3),
  of('600 ms', { delayMs: 300 }, 3),
  of('40 to 160 ms, unsteady', { delayMs: 20, jitterMs: 60 }, 3),
  of('20 kB/s, 40 ms', { delayMs: 20, kilobytesPerSecond: 20 }, 5),
  of('2 % lost each way, 40 ms', { delayMs: 20, lossPercent: 2 }, 5),
  of('5 % lost each way, 40 ms', { delayMs: 20, lossPercent: 5 }, 10),
  of('10 % lost each way, 40 ms', { delayMs: 20, lossPercent: 10 }, 10),
  of('15 % lost each way, 40 ms', { delayMs: 20, lossPercent: 15 }, 15),
  of('5 % lost each way, 600 ms', { delayMs: 300, lossPercent: 5 }, 10),
  of('15 % lost each way, 600 ms', { delayMs: 300, lossPercent: 15 }, 15),
];
