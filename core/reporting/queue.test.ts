import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { due, enqueue, type Outcome, outcomeOf, type Queue, readQueue, settled } from './queue.ts';
import { aReport } from './testing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 5, 1, 12);
const fresh = () => readQueue(undefined, () => 'a-name');
const filled = (count: number, from = NOON) =>
  Array.from({ length: count }, (_, index) => aReport({ at: from + index })).reduce(
    (queue, report) => enqueue(queue, report, NOON),
    fresh(),
  );
const later = (afterMs?: number): Outcome => ({ kind: 'later', message: 'HTTP 503', ...(afterMs && { afterMs }) });
const TAKEN: Outcome = { kind: 'taken', rejected: 0, message: '' };

describe('what waits', () => {
  test('is sent in the order in which it was seen, a dozen at once', () => {
    const queue = filled(30);
    expect(due(queue, NOON).map(({ at }) => at - NOON)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(due(settled(queue, due(queue, NOON), TAKEN, NOON, 0), NOON)[0]?.at).toBe(NOON + 12);
  });

  test('is bounded: the oldest go first, and it is known how many', () => {
    const { waiting, dropped } = filled(100);
    expect(waiting).toHaveLength(96);
    expect(waiting[0]?.at).toBe(NOON + 4);
    expect(dropped).toBe(4);
  });

  test('for longer than a day, or comes from a wrong clock, is given up', () => {
    const old = enqueue(filled(1, NOON - 25 * HOUR), aReport({ at: NOON + 48 * HOUR }), NOON);
    expect(enqueue(old, aReport({ at: NOON }), NOON)).toMatchObject({ waiting: [{ at: NOON }], dropped: 2 });
  });

  test('is there once, however often its round is filed', () => {
    expect(enqueue(filled(2), aReport({ at: NOON + 1 }), NOON)).toMatchObject({ waiting: [{}, {}], dropped: 0 });
  });

  test('comes back from storage as it was, and damage begins a new queue', () => {
    const queue = filled(3);
    expect(readQueue(JSON.parse(JSON.stringify(queue)), () => 'another')).toEqual(queue);
    for (const damaged of [null, 'x', [], {}, { ...queue, schemaVersion: 2 }, { ...queue, waiting: 'many' }])
      expect(readQueue(damaged, () => 'another')).toMatchObject({ instance: 'another', waiting: [] });
  });
});

describe('a receiver', () => {
  test('that takes a batch has it for good', () => {
    const queue = filled(2);
    expect(settled(queue, due(queue, NOON), TAKEN, NOON, 0)).toMatchObject({
      waiting: [],
      dropped: 0,
      lastSentAt: NOON,
      lastProblem: null,
    });
  });

  test('that takes it in part is not sent the rest again, and what it said is kept', () => {
    const queue = filled(2);
    const partly: Outcome = { kind: 'taken', rejected: 3, message: '3 rejected: too old' };
    expect(settled(queue, due(queue, NOON), partly, NOON, 0)).toMatchObject({
      waiting: [],
      lastProblem: { at: NOON, message: '3 rejected: too old' },
    });
  });

  test('that refuses loses the batch, and what it said is kept', () => {
    const queue = filled(2);
    const refused: Outcome = { kind: 'refused', message: 'HTTP 401: who are you?' };
    expect(settled(queue, due(queue, NOON), refused, NOON, 0)).toMatchObject({
      waiting: [],
      dropped: 2,
      lastSentAt: null,
      lastProblem: { message: 'HTTP 401: who are you?' },
    });
  });

  test('that is busy is left alone for longer each time, up to an hour', () => {
    let queue = filled(1);
    const waits: number[] = [];
    for (let now = NOON; waits.length < 10; now = queue.notBefore) {
      const batch = due(queue, now);
      expect(batch).toHaveLength(1);
      queue = settled(queue, batch, later(), now, 1);
      expect(due(queue, queue.notBefore - 1)).toEqual([]);
      waits.push((queue.notBefore - now) / MINUTE);
    }
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(settled(queue, due(queue, queue.notBefore), TAKEN, queue.notBefore, 0)).toMatchObject({
      failures: 0,
      notBefore: 0,
    });
  });

  test('that says how long is left alone at least so long, and at most a day', () => {
    const queue = filled(1);
    const until = (afterMs: number) => settled(queue, queue.waiting, later(afterMs), NOON, 0.5).notBefore - NOON;
    expect(until(10 * MINUTE)).toBe(10 * MINUTE);
    expect(until(1_000)).toBe(22_500);
    expect(until(1_000 * HOUR)).toBe(24 * HOUR);
  });

  test('is not all that keeps a clock right: a wait that was set under a wrong one is not kept', () => {
    const queue: Queue = { ...filled(1), notBefore: NOON + 30 * 24 * HOUR };
    expect(due(queue, NOON)).toHaveLength(1);
  });
});

test('Browsers that failed together come back apart', () => {
  const queue = filled(1);
  const waits = [0, 0.25, 1].map((random) => settled(queue, queue.waiting, later(), NOON, random).notBefore - NOON);
  expect(waits).toEqual([15_000, 18_750, 30_000]);
});

describe('HTTP', () => {
  test.for([429, 502, 503, 504])('%i means later', (status) => {
    expect(outcomeOf(status, '', null, NOON)).toEqual({ kind: 'later', message: `HTTP ${status}` });
  });

  test.for([400, 401, 403, 404, 408, 413, 415, 500, 501])('%i means never', (status) => {
    expect(outcomeOf(status, 'why', '120', NOON)).toEqual({ kind: 'refused', message: `HTTP ${status}: why` });
  });

  test.for([
    ['120', 120_000],
    [' 0 ', 0],
    [new Date(NOON + HOUR).toUTCString(), HOUR],
    [new Date(NOON - HOUR).toUTCString(), 0],
    ['soon', undefined],
    ['', undefined],
  ] as const)('Retry-After "%s" is %i ms', ([header, afterMs]) => {
    expect(outcomeOf(503, '', header, NOON)).toEqual({
      kind: 'later',
      message: 'HTTP 503',
      ...(afterMs !== undefined && { afterMs }),
    });
  });
});

test('Whatever happens, the queue is bounded, loses nothing unsaid and gives a busy receiver at least fifteen seconds', () => {
  const step = fc.record({
    pauseMs: fc.nat(2 * HOUR),
    outcome: fc.constantFrom<Outcome>(TAKEN, later(), later(HOUR), { kind: 'refused', message: 'no' }),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      let [queue, now, sent] = [fresh(), NOON, 0];
      for (const [index, { pauseMs, outcome, random }] of steps.entries()) {
        now += pauseMs + 1;
        queue = enqueue(queue, aReport({ at: now }), now);
        const batch = due(queue, now);
        if (batch.length > 0) {
          queue = settled(queue, batch, outcome, now, random);
          if (outcome.kind === 'taken') sent += batch.length;
          if (outcome.kind === 'later') expect(queue.notBefore).toBeGreaterThanOrEqual(now + 15_000);
        }
        expect(queue.waiting.length).toBeLessThanOrEqual(96);
        expect(sent + queue.dropped + queue.waiting.length).toBe(index + 1);
      }
    }),
  );
});
