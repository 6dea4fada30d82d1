import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TransportCall } from '../call/call.ts';
import type { CallState } from '../vocabulary.ts';
import { type Comparison, compare, type Side } from './compare.ts';
import { HOME, history, MOBILE, NOW, round, START } from './export/testing.ts';
import { anyHistory } from './export/testing-any.ts';
import type { CallRecord } from './records.ts';
import { dayOf, type RoundRecord } from './records.ts';
import { call, OWN, transportCall } from './testing.ts';

const HOUR = 3_600_000;
const now = (key: string): Side => ({ networks: [key], when: { at: NOW } });
const all = (key: string): Side => ({ networks: [key], when: { from: 0, to: NOW } });
const service = ({ services }: Comparison, id = 'x') => services.find((service) => service.id === id);

/** Rounds on one network, an hour apart, in each of which one service was found so. */
const rounds = (network: string, states: readonly CallState[], more: Partial<RoundRecord> = {}): RoundRecord[] =>
  states.map((calls, index) =>
    round({ network, at: START + index * HOUR, services: { x: { calls, messages: 'reachable' } }, ...more }),
  );
const between = (first: readonly CallState[], second: readonly CallState[]) =>
  service(
    compare(
      { rounds: [...rounds(HOME, first), ...rounds(MOBILE, second)], days: [], calls: [] },
      all(HOME),
      all(MOBILE),
    ),
  )?.calls;

test('without and with a VPN: what becomes reachable, and what it costs', () => {
  const result = compare(history, now(HOME), now(MOBILE));
  expect(result).toMatchObject({
    rounds: [1, 1],
    roundTrip: {
      sides: [
        { ms: 40, count: 1 },
        { ms: 125, count: 1 },
      ],
      differenceMs: 85,
    },
  });
  expect(service(result, 'whatsapp')).toMatchObject({
    calls: { sides: [{ state: 'likely-blocked' }, { state: 'clear' }], change: 'gained' },
    messages: { change: null },
    relay: { sides: [null, { ms: 140 }], differenceMs: null },
  });
  expect(service(result, 'signal')?.calls.sides[1]).toEqual({ state: null, agreeing: 0, decided: 0 });
});

describe('a change', () => {
  test.each([
    ['likely-blocked', 'clear', 'gained'],
    ['unreachable', 'impaired', 'gained'],
    ['clear', 'likely-blocked', 'lost'],
    ['impaired', 'unreachable', 'lost'],
    ['clear', 'impaired', null],
    ['likely-blocked', 'unreachable', null],
    ['insufficient', 'clear', null],
    ['likely-blocked', 'insufficient', null],
    ['suspected', 'clear', null],
    ['clear', 'suspected', null],
    ['down', 'clear', null],
    ['untestable', 'likely-blocked', null],
    ['retired', 'clear', null],
  ] as const)('from %s to %s: %s', (first, second, change) => {
    expect(between([first], [second])?.change).toBe(change);
  });

  test('of messages is told as well', () => {
    const said = (messages: 'reachable' | 'likely-blocked', network: string) =>
      round({ network, services: { x: { calls: 'clear', messages } } });
    const result = compare(
      { rounds: [said('reachable', HOME), said('likely-blocked', MOBILE)], days: [], calls: [] },
      all(HOME),
      all(MOBILE),
    );
    expect(service(result)?.messages.change).toBe('lost');
  });

  test('is the opposite from the other side, and none from a side to itself', () => {
    const opposite = { gained: 'lost', lost: 'gained' } as const;
    fc.assert(
      fc.property(anyHistory, (any) => {
        const there = compare(any, all(HOME), all(MOBILE));
        const back = compare(any, all(MOBILE), all(HOME));
        for (const { id, calls } of there.services) {
          expect(service(back, id)?.calls.change).toBe(calls.change && opposite[calls.change]);
        }
        expect((there.roundTrip.differenceMs ?? 0) + (back.roundTrip.differenceMs ?? 0)).toBeCloseTo(0);
        const same = compare(any, all(HOME), all(HOME));
        expect(same.services.every(({ calls, messages }) => calls.change === null && messages.change === null)).toBe(
          true,
        );
        expect(same.roundTrip.differenceMs).toBeNull();
      }),
    );
  });
});

describe('a side', () => {
  test('says what more than half of the decided rounds found', () => {
    expect(between(['clear', 'insufficient', 'clear', 'likely-blocked', 'suspected'], [])?.sides[0]).toEqual({
      state: 'clear',
      agreeing: 2,
      decided: 3,
    });
  });

  test('without a majority says nothing', () => {
    expect(between(['clear', 'likely-blocked'], [])?.sides[0]).toMatchObject({ state: 'insufficient', decided: 2 });
    expect(between(['insufficient'], ['clear'])?.sides[0]).toMatchObject({ state: 'insufficient', decided: 0 });
  });

  test('of a moment is the round nearest to it', () => {
    const measured = { rounds: rounds(HOME, ['clear', 'likely-blocked', 'impaired']), days: [], calls: [] };
    const at = (at: number) =>
      service(compare(measured, { networks: [HOME], when: { at } }, all(HOME)))?.calls.sides[0].state;
    expect([at(0), at(START + 1.4 * HOUR), at(NOW)]).toEqual(['clear', 'likely-blocked', 'impaired']);
  });

  test('of a span is the rounds in it, both ends included', () => {
    const measured = { rounds: rounds(HOME, ['clear', 'likely-blocked', 'impaired']), days: [], calls: [] };
    const side: Side = { networks: [HOME], when: { from: START, to: START + HOUR } };
    expect(compare(measured, side, all(HOME))).toMatchObject({
      rounds: [2, 3],
      spans: [{ from: START, to: START + HOUR }, {}],
    });
  });

  test('may be several addresses of one network', () => {
    const measured = {
      rounds: [...rounds(HOME, ['clear']), ...rounds(MOBILE, ['clear', 'clear'])],
      days: [],
      calls: [],
    };
    expect(compare(measured, { networks: [HOME, MOBILE], when: { from: 0, to: NOW } }, all(HOME)).rounds).toEqual([
      3, 1,
    ]);
  });

  test('that is older than its rounds is told by their days, and no day counts twice', () => {
    const day = (day: number) => ({
      network: HOME,
      day,
      rounds: 24,
      state: {},
      services: { x: { calls: { 'likely-blocked': 20, suspected: 4 }, messages: { reachable: 24 } } },
    });
    const measured = { rounds: rounds(HOME, ['clear']), days: [day(dayOf(START)), day(dayOf(START) - 90)], calls: [] };
    expect(service(compare(measured, all(HOME), all(HOME)))?.calls.sides[0]).toEqual({
      state: 'likely-blocked',
      agreeing: 20,
      decided: 21,
    });
    expect(compare(measured, all(HOME), all(MOBILE)).rounds).toEqual([25, 0]);
  });
});

describe('the cost', () => {
  const cost = (first: readonly number[], second: readonly number[]) =>
    compare(
      {
        rounds: [HOME, MOBILE].flatMap((network, side) =>
          (side === 0 ? first : second).map((roundTripMs, at) => round({ network, at, roundTripMs })),
        ),
        days: [],
        calls: [],
      },
      all(HOME),
      all(MOBILE),
    ).roundTrip;

  test('is the difference of the medians', () => {
    expect(cost([40, 41, 900], [120, 130])).toEqual({
      sides: [
        { ms: 41, count: 3 },
        { ms: 125, count: 2 },
      ],
      differenceMs: 84,
    });
  });

  test('is nothing that one line varies by anyhow', () => {
    expect(cost([40], [49]).differenceMs).toBeNull();
    expect(cost([200], [230]).differenceMs).toBeNull();
    expect(cost([200], [100]).differenceMs).toBe(-100);
  });

  test('is not known where a side has none', () => {
    expect(cost([], [40])).toEqual({ sides: [null, { ms: 40, count: 1 }], differenceMs: null });
  });
});

test('A round far from the moment that was asked for says nothing about it', () => {
  const at = NOW - 5 * 86_400_000;
  const side = (within: number): Side => ({ networks: [HOME], when: { at, within } });
  const history = { rounds: [round({ at: NOW, network: HOME })], days: [], calls: [] };
  expect(compare(history, side(86_400_000), now(HOME)).rounds).toEqual([0, 1]);
  expect(compare(history, side(6 * 86_400_000), now(HOME)).rounds).toEqual([1, 1]);
});

describe('test calls through a server of the person’s own', () => {
  const on = (network: string, at: number, calls: readonly Partial<TransportCall>[] = [{}]): CallRecord =>
    call(at, { network, calls: calls.map(transportCall) });
  const compared = (calls: readonly CallRecord[], first = now(HOME), second = now(MOBILE)) =>
    service(compare({ rounds: [], days: [], calls }, first, second), OWN)?.call;
  const change = (first: readonly Partial<TransportCall>[], second: readonly Partial<TransportCall>[]) =>
    compared([on(HOME, START, first), on(MOBILE, START, second)])?.change;

  test('stand side by side, one a side: the last before now', () => {
    const last = on(HOME, NOW - HOUR);
    expect(compared([on(HOME, START), last])).toEqual({ sides: [last, null], change: null, mos: null });
  });

  test('are those of the moment or the span that is asked for', () => {
    const calls = [on(HOME, START), on(HOME, START + HOUR), on(HOME, NOW)];
    const span: Side = { networks: [HOME], when: { from: START, to: START + 2 * HOUR } };
    const moment: Side = { networks: [HOME], when: { at: START - HOUR, within: HOUR } };
    expect(compared(calls, span, moment)?.sides.map((call) => call?.at)).toEqual([START + HOUR, START]);
    expect(compared(calls, { networks: [HOME], when: { at: START - 2 * HOUR, within: HOUR } })).toBeUndefined();
  });

  test('a network that is not known is no side', () => {
    expect(compared([call(NOW, { network: null })])).toBeUndefined();
  });

  test('tell what gets through, and what no longer does', () => {
    expect(change([{ end: 'silent', mos: null }], [{}])).toBe('gained');
    expect(change([{}], [{ end: 'cut' }])).toBe('lost');
    expect(change([{ end: 'silent' }], [{ end: 'cut' }])).toBeNull();
  });

  test('tell what sounds better, and nothing that one call varies by', () => {
    expect(change([{ mos: 3.1 }], [{ mos: 4.2 }])).toBe('better');
    expect(change([{ mos: 4.2 }], [{ end: 'poor', mos: 3.1 }])).toBe('worse');
    expect(change([{ mos: 4.2 }], [{ mos: 4.0 }])).toBeNull();
    expect(change([{ mos: null }], [{ mos: 4.4 }])).toBeNull();
  });

  test('are compared over the transports that both tried to the end', () => {
    expect(change([{ transport: 'tls', mos: 3.2 }], [{ transport: 'udp', mos: 4.4 }])).toBeNull();
    for (const end of ['cancelled', 'refused'] as const) expect(change([{ end, mos: null }], [{}])).toBeNull();
    const both = [
      { transport: 'udp', end: 'silent', mos: null },
      { transport: 'tcp', mos: 3.9 },
    ] as const;
    expect(change(both, [{ transport: 'tcp', mos: 4.4 }])).toBe('better');
  });
});
