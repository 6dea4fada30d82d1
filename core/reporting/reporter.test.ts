import { describe, expect, test } from 'vitest';
import { readRequest, textOf } from '../../tests/reporting/published.ts';
import type { Outcome, Queue } from './queue.ts';
import { createReporter } from './reporter.ts';
import { aReport } from './testing.ts';

const TAKEN: Outcome = { kind: 'taken', rejected: 0, message: '' };
const BUSY: Outcome = { kind: 'later', message: 'HTTP 503' };

function page(outcomes: Outcome[], stored: { queue?: Queue } = {}) {
  const clock = { now: aReport().at };
  const bodies: Uint8Array[] = [];
  const report = createReporter({
    load: async () => structuredClone(stored.queue),
    store: async (queue) => {
      stored.queue = structuredClone(queue);
    },
    newInstance: () => 'a-name',
    now: () => clock.now,
    random: () => 0.5,
    version: '0.1.0',
  });
  const send = async (body: Uint8Array) => {
    bodies.push(body);
    return outcomes.shift() ?? TAKEN;
  };
  return { clock, stored, bodies, report: (at: number) => report(aReport({ at }), { place: 'Rabat', send }) };
}

const timesIn = (body: Uint8Array | undefined) =>
  readRequest(body ?? new Uint8Array())
    .resourceMetrics[0]?.scopeMetrics[0]?.metrics.find(({ name }) => name === 'ringback.round.duration')
    ?.gauge.dataPoints.map(({ timeUnixNano }) => Number(BigInt(timeUnixNano) / 1_000_000n));

describe('a report', () => {
  test('is sent at once, and names its browser and its place', async () => {
    const { clock, bodies, report, stored } = page([]);
    await report(clock.now);
    const attributes = readRequest(bodies[0] as Uint8Array).resourceMetrics[0]?.resource.attributes.map(textOf);
    expect(attributes).toEqual(['ringback', '0.1.0', 'a-name', 'Rabat']);
    expect(stored.queue).toMatchObject({ waiting: [], lastSentAt: clock.now });
  });

  test('that did not arrive goes with a later one, after the end of the page too', async () => {
    const first = page([BUSY]);
    const start = first.clock.now;
    await first.report(start);
    const second = page([], first.stored);
    second.clock.now = start + 60_000;
    await second.report(second.clock.now);
    expect(second.bodies.map(timesIn)).toEqual([[start, start + 60_000]]);
    expect(second.stored.queue).toMatchObject({ instance: 'a-name', waiting: [], failures: 0 });
  });

  test('waits while the receiver is being left alone', async () => {
    const { clock, bodies, report, stored } = page([BUSY]);
    await report(clock.now);
    await report(clock.now + 1);
    expect(bodies).toHaveLength(1);
    expect(stored.queue?.waiting).toHaveLength(2);
  });

  test('is stored before it is sent', async () => {
    const { clock, stored, report, bodies } = page([]);
    const waiting: (number | undefined)[] = [];
    bodies.push = () => waiting.push(stored.queue?.waiting.length);
    await report(clock.now);
    expect(waiting).toEqual([1]);
  });
});

test('Reports that come together are sent one after the other, and none twice', async () => {
  const { clock, bodies, report, stored } = page([]);
  await Promise.all([report(clock.now), report(clock.now + 1), report(clock.now + 2)]);
  expect(bodies.map(timesIn)).toEqual([[clock.now], [clock.now + 1], [clock.now + 2]]);
  expect(stored.queue?.waiting).toEqual([]);
});

test('A long silence is caught up a dozen at once', async () => {
  const { clock, bodies, report, stored } = page([BUSY]);
  const start = clock.now;
  for (let index = 0; index < 30; index++) await report(start + index);
  clock.now = start + 60_000;
  await report(clock.now);
  expect(bodies.slice(1).map((body) => timesIn(body)?.length)).toEqual([12, 12, 7]);
  expect(stored.queue?.waiting).toEqual([]);
});
