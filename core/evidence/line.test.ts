import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAP, carrierOf, FLOOR, failOpen, type Loss, learn, NO_LOSS, PATIENCE_MS, patience, weather } from './line.ts';

const rounds = (count: number, round: Loss, from = NO_LOSS): Loss =>
  Array.from({ length: count }).reduce<Loss>((loss) => learn(loss, round), from);

describe('what a failure on an open path is worth', () => {
  test('is never believed to be nothing: the floor holds before the first round and after a thousand clean ones', () => {
    expect(failOpen(NO_LOSS)).toBe(FLOOR);
    expect(failOpen(rounds(1_000, { asked: 4, failed: 0 }))).toBe(FLOOR);
  });

  test('is unknown above the cap: half of the controls lost', () => {
    expect(failOpen(rounds(3, { asked: 4, failed: 2 }))).toBeNull();
  });

  test('one lost operator of four in a first round does not look like a quarter of the line', () => {
    expect(failOpen(learn(NO_LOSS, { asked: 4, failed: 1 }))).toBeCloseTo(0.151, 3);
  });

  test('one dead operator of four, for ever, leaves a line that can be judged', () => {
    for (let count = 1; count <= 50; count++) {
      const p = failOpen(rounds(count, { asked: 4, failed: 1 }));
      expect(p).not.toBeNull();
      expect(p).toBeLessThan(0.25);
    }
  });

  test('a bad hour is forgotten within ten clean rounds', () => {
    const bad = rounds(10, { asked: 4, failed: 3 });
    expect(failOpen(bad)).toBeNull();
    expect(failOpen(rounds(4, { asked: 4, failed: 0 }, bad))).not.toBeNull();
    expect(failOpen(rounds(10, { asked: 4, failed: 0 }, bad))).toBeLessThan(0.05);
  });

  test('lies between floor and cap, or is unknown, whatever was lost', () => {
    const round = fc
      .integer({ min: 0, max: 8 })
      .chain((asked) => fc.record({ asked: fc.constant(asked), failed: fc.integer({ min: 0, max: asked }) }));
    fc.assert(
      fc.property(fc.array(round), (history) => {
        const p = failOpen(history.reduce(learn, NO_LOSS));
        if (p === null) return;
        expect(p).toBeGreaterThanOrEqual(FLOOR);
        expect(p).toBeLessThanOrEqual(CAP);
      }),
    );
  });

  test('grows with every loss', () => {
    const counts = fc.record({ asked: fc.integer({ min: 1, max: 40 }), failed: fc.integer({ min: 0, max: 39 }) });
    fc.assert(
      fc.property(counts, ({ asked, failed }) => {
        const less = failOpen({ asked, failed }) ?? 1;
        expect(failOpen({ asked, failed: failed + 1 }) ?? 1).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});

describe('the weather of a round', () => {
  test.for([
    { answers: [30, 35, 40, 60], udp: 'clean', tcp: 'clean', why: 'all answered' },
    { answers: [30, 35, 40, null], udp: 'clean', tcp: 'clean', why: 'one dead operator of four is not the line' },
    { answers: [30, 35, 40, 45, 50, null], udp: 'clean', tcp: 'clean', why: 'one of six neither' },
    {
      answers: [30, 35, 40, 45, null, null],
      udp: 'lossy',
      tcp: 'lossy',
      why: 'two of six are more than one dead operator',
    },
    { answers: [30, 35, null], udp: 'lossy', tcp: 'lossy', why: 'two answers are too few to call it clean' },
    { answers: [30, 35], udp: 'lossy', tcp: 'lossy', why: 'though neither is late' },
    { answers: [30, 35, null, null], udp: 'lossy', tcp: 'lossy', why: 'half are missing' },
    { answers: [30, null, null, null], udp: 'heavy', tcp: 'heavy', why: 'most are missing' },
    { answers: [null, null, null, null], udp: 'lossy', tcp: 'lossy', why: 'silence of all is not loss' },
    { answers: [], udp: 'lossy', tcp: 'lossy', why: 'nothing was asked' },
    { answers: [30, 35, 290, 800], udp: 'lossy', tcp: 'clean', why: 'two needed a UDP retransmission, none a TCP one' },
    { answers: [30, 290, 1000, 3100], udp: 'heavy', tcp: 'lossy', why: 'only one got through at once' },
    { answers: [600, 640, 700, 750], udp: 'clean', tcp: 'clean', why: 'a long way is not a lossy one' },
  ] as const)('is $udp over UDP and $tcp over TCP after $answers: $why', ({ answers, udp, tcp }) => {
    expect([weather(answers, 'udp'), weather(answers, 'tcp')]).toEqual([udp, tcp]);
  });
});

test('the weather does not depend on who answered first', () => {
  const answer = fc.option(fc.integer({ min: 1, max: 3_000 }), { freq: 9 });
  const shuffled = fc
    .array(answer, { maxLength: 8 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(
    fc.property(shuffled, fc.constantFrom('udp', 'tcp'), ([answers, others], on) => {
      expect(weather(others, on)).toBe(weather(answers, on));
    }),
  );
});

describe('patience', () => {
  const carrier = fc.constantFrom('udp', 'tcp');
  const roundTrip = fc.integer({ min: 0, max: 3_000 });

  test('grows with the weather: clean, lossy, heavy', () => {
    fc.assert(
      fc.property(carrier, roundTrip, (on, ms) => {
        expect(patience(on, 'clean', ms)).toBeLessThan(patience(on, 'lossy', ms));
        expect(patience(on, 'lossy', ms)).toBeLessThan(patience(on, 'heavy', ms));
      }),
    );
  });

  test('grows with the length of the way', () => {
    fc.assert(
      fc.property(carrier, roundTrip, roundTrip, (on, a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        expect(patience(on, 'clean', near)).toBeLessThanOrEqual(patience(on, 'clean', far));
      }),
    );
  });

  test('is no longer for servers in the neighbourhood', () => {
    for (const on of ['udp', 'tcp'] as const) expect(patience(on, 'clean', 90)).toBe(PATIENCE_MS[on].clean);
  });

  test('gives a silent relay its first word within 2.5 s on a clean line', () => {
    expect(patience('udp', 'clean', 40)).toBeLessThanOrEqual(2_500);
  });

  test('waits out a name, a connection, TLS and an answer over a satellite, 600 ms away', () => {
    expect(patience('tcp', 'clean', 600)).toBe(PATIENCE_MS.tcp.clean + 4 * 600);
    expect(patience('udp', 'clean', 600)).toBe(PATIENCE_MS.udp.clean + 2 * 600);
  });

  test('needs no more than what the weather asks for while no control has told the way', () => {
    expect(patience('udp', 'heavy', 0)).toBe(PATIENCE_MS.udp.heavy);
  });
});

test('TLS is measured by what carries it', () => {
  expect((['udp', 'tcp', 'tls'] as const).map(carrierOf)).toEqual(['udp', 'tcp', 'tcp']);
});

describe('a line on which everybody needs long', () => {
  test.for([
    { times: [600, 610, 620], carrier: 'udp', is: 'clean' },
    { times: [600, 610, 900, 620], carrier: 'udp', is: 'clean' },
    { times: [900, 910, 920], carrier: 'udp', is: 'lossy' },
    { times: [1_200, 1_250, 1_300], carrier: 'tcp', is: 'clean' },
    { times: [1_800, 1_900, 2_000], carrier: 'tcp', is: 'lossy' },
  ] as const)(
    '$times ms over $carrier is $is: the time for a clean one would cut answers off',
    ({ times, carrier, is }) => {
      expect(weather(times, carrier)).toBe(is);
    },
  );
});
