import type { Fault } from '../lab/faults/fault.ts';
import { line } from '../lab/faults/index.ts';
import type { Line } from '../lab/link/link.ts';

/** Lines on which nothing is blocked. Delays are one way, as the lab counts them; the words tell the round trip. */
const QUALITIES: Readonly<Record<string, Line>> = {
  'a cable': {},
  '40 ms': { delayMs: 20 },
  '150 ms': { delayMs: 75 },
  '600 ms': { delayMs: 300 },
  '2 % lost each way, 40 ms': { delayMs: 20, lossPercent: 2 },
  '5 % lost each way, 40 ms': { delayMs: 20, lossPercent: 5 },
  '10 % lost each way, 40 ms': { delayMs: 20, lossPercent: 10 },
  '15 % lost each way, 40 ms': { delayMs: 20, lossPercent: 15 },
  '5 % lost each way, 600 ms': { delayMs: 300, lossPercent: 5 },
  '15 % lost each way, 600 ms': { delayMs: 300, lossPercent: 15 },
  '40 to 160 ms, unsteady': { delayMs: 20, jitterMs: 60 },
  '20 kB/s, 40 ms': { delayMs: 20, kilobytesPerSecond: 20 },
};

export const LINES: readonly { readonly line: string; readonly faults: readonly Fault[] }[] = Object.entries(
  QUALITIES,
).map(([name, quality]) => ({ line: name, faults: Object.keys(quality).length > 0 ? [line(quality)] : [] }));
