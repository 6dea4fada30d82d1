import { afterAll, beforeAll, expect, test } from 'vitest';
import { controls, services } from '../../../core/catalogue/files.ts';
import { DAY_MS } from '../../../core/day.ts';
import type { Memory, NetworkMemory } from '../../../core/evidence/memory.ts';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { blockedSnapshot } from '../stored.ts';
import { type Bench, openBench } from './bench.ts';

const NETWORKS = 12;
const ANSWERED = 10_000;

let bench: Bench;
let driver: Driver;
beforeAll(async () => {
  bench = await openBench();
  ({ driver } = bench);
  await driver.storage.set('local', 'snapshot', blockedSnapshot());
});
afterAll(() => bench?.close());

/** Twelve networks on which everything in the catalogue has been judged, and votes of half a year. */
function crowded(now: number): Memory {
  const roles = services().flatMap(({ id }) => ['signalling', 'media'].map((role) => `${id}/${role}`));
  const network = (age: number): NetworkMemory => {
    const at = now - age * 60_000;
    return {
      lastRoundAt: at,
      loss: { udp: { asked: 12, failed: 1 }, tcp: { asked: 12, failed: 1 } },
      silentControls: Object.fromEntries(controls().map(({ url }) => [url, 2])),
      walks: Object.fromEntries(
        roles.map((role) => [
          role,
          { sum: 2, at, blocked: false, recent: Array.from({ length: 20 }, () => 'failed' as const) },
        ]),
      ),
      since: Object.fromEntries(roles.map((role) => [role, { state: 'suspected', at }])),
    };
  };
  return {
    schemaVersion: 1,
    networks: Object.fromEntries(Array.from({ length: NETWORKS }, (_, i) => [`network-${i}`, network(i)])),
    answered: Object.fromEntries(
      Array.from({ length: ANSWERED }, (_, i) => [`stun:${i}.example:3478`, now - (i / ANSWERED) * 180 * DAY_MS]),
    ),
  };
}

test(`a memory of ${NETWORKS} networks and ${ANSWERED} votes is checked with and opened, and what is too old is dropped`, async () => {
  const small = (await bench.check()).durationMs;
  await driver.storage.set('local', 'evidence', crowded(Date.now()));
  const { durationMs } = await bench.check();
  console.log(`a round lasted ${small} ms with a small memory, ${durationMs} ms with a crowded one`);
  expect(durationMs).toBeLessThan(small + 2_000);
  const memory = await driver.storage.get<Memory>('local', 'evidence');
  expect(Object.keys(memory?.networks ?? {})).toHaveLength(NETWORKS);
  // Half of the votes were older than 90 days; this round adds a few.
  expect(Object.keys(memory?.answered ?? {}).length).toBeLessThan(ANSWERED / 2 + 100);
  expect(await bench.popupText()).toContain('Google Meet');
  expect(await bench.complaints()).toEqual([]);
});
