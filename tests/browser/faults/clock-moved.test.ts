import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../core/day.ts';
import type { Memory } from '../../../core/evidence/memory.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { blockedSnapshot, orphanedProgress } from '../stored.ts';
import { until } from '../until.ts';
import { type Bench, openBench } from './bench.ts';

let bench: Bench;
let driver: Driver;
beforeAll(async () => {
  bench = await openBench();
  ({ driver } = bench);
  await driver.storage.set('local', 'snapshot', blockedSnapshot());
  await bench.check();
});
afterAll(() => bench?.close());

/** Everything that was stored, as a clock that was wrong by this much would have dated it. */
async function redate(by: number): Promise<void> {
  for (const name of ['snapshot', 'evidence', 'plans', 'place', 'consent']) {
    await driver.storage.set('local', name, redated(await driver.storage.get('local', name), by));
  }
}

/** Times are ms since the epoch, and no other number is as large. */
const redated = (value: unknown, by: number): unknown => {
  if (typeof value === 'number') return value > 1e12 ? value + by : value;
  if (Array.isArray(value)) return value.map((part) => redated(part, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, redated(part, by)]));
};

test.each([
  { what: 'forward', by: -DAY_MS },
  { what: 'back', by: DAY_MS },
])(
  'between two checks the clock goes a day $what: the popup opens, the next check dates everything anew',
  async ({ by }) => {
    await driver.storage.set('local', 'snapshot', blockedSnapshot());
    await redate(by);
    expect(await bench.popupText()).not.toMatch(/NaN|Invalid|-\d+ (second|minute|hour|day)/);
    const { takenAt, network, services, durationMs } = await bench.check();
    const now = Date.now();
    expect(Math.abs(now - takenAt)).toBeLessThan(60_000);
    expect(durationMs).toBeLessThan(30_000);
    for (const { since } of [network, ...services.flatMap(({ calls, messages }) => [calls, messages])]) {
      expect(since).toBeLessThanOrEqual(now);
    }
    const memory = await driver.storage.get<Memory>('local', 'evidence');
    for (const { lastRoundAt } of Object.values(memory?.networks ?? {})) expect(lastRoundAt).toBeLessThanOrEqual(now);
    expect(await bench.complaints()).toEqual([]);
  },
);

test('an answer from a day ahead is too old for a popup that opens', async () => {
  await driver.storage.set('local', 'snapshot', blockedSnapshot(Date.now() + DAY_MS));
  await driver.sendMessage('saveSettings', { automatic: true });
  await bench.popupText();
  await until('it is asked anew', async () => ((await bench.snapshot())?.takenAt ?? Number.NaN) <= Date.now());
  await driver.sendMessage('saveSettings', { automatic: false });
  await bench.settled();
});

test('a round that a wrong clock dated a day ahead is not under way', async () => {
  await driver.stopWorker();
  await driver.storage.set('session', 'progress', orphanedProgress(Date.now() + DAY_MS));
  await until('it takes a command', () => bench.command('saveSettings', {}));
  await bench.settled();
});
