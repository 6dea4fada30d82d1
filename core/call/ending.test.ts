import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CALL_ENDS,
  CALL_STAGES,
  CALL_TRANSPORTS,
  type CallConclusion,
  type CallEnd,
  type CallStage,
  type TransportCall,
} from './call.ts';
import { type Course, callOf, conclusionOf, notMade, summaryOf, testOf } from './ending.ts';
import { anyCalls, call, heard, seconds } from './testing.ts';

const course = (change: Partial<Course> = {}): Course => ({
  transport: 'udp',
  reached: upTo('media'),
  durationMs: 6_500,
  halted: null,
  refusal: null,
  failure: null,
  sent: 300,
  heard: heard(...seconds(6)),
  ...change,
});

/** Stages up to one, with times. */
const upTo = (last: CallStage): TransportCall['reached'] =>
  Object.fromEntries(CALL_STAGES.slice(0, CALL_STAGES.indexOf(last) + 1).map((stage, index) => [stage, index * 50]));

describe('a call', () => {
  const nothing = heard();
  test.for<[what: string, change: Partial<Course>, end: CallEnd, code?: string]>([
    ['with good sound', {}, 'works'],
    ['with a stall', { heard: heard(...seconds(2), ...seconds(2, 0), ...seconds(8)) }, 'poor'],
    ['that loses a tenth', { heard: heard(...seconds(6, { received: 9, lost: 1 })) }, 'poor'],
    ['with a round trip of a second', { heard: heard(...seconds(6, { echoMs: 1_000 })) }, 'poor'],
    [
      'of which nobody told how it sounded',
      { heard: { ...heard(...seconds(6)), loss: null, jitterMs: null } },
      'works',
    ],
    ['that stopped for good', { heard: heard(...seconds(3), ...seconds(5, 0)) }, 'cut'],
    ['that stopped at once', { reached: upTo('first-packet'), heard: heard(...seconds(5, 0)) }, 'cut'],
    ['in which no sound came', { reached: upTo('dtls'), heard: nothing }, 'no-media'],
    ['in which none was sent', { reached: upTo('dtls'), heard: nothing, sent: 0 }, 'untestable', 'no-sound'],
    [
      'that told of none that was sent',
      { reached: upTo('dtls'), heard: nothing, sent: null },
      'untestable',
      'no-sound',
    ],
    ['without keys', { reached: upTo('ice'), heard: nothing }, 'no-dtls'],
    ['without a checked pair', { reached: upTo('relay'), heard: nothing }, 'no-ice'],
    ['that was refused', { reached: {}, heard: nothing, refusal: '486', failure: '701' }, 'refused', '486'],
    ['without a relay', { reached: {}, heard: nothing, failure: '701' }, 'silent', '701'],
    ['of which nobody said a word', { reached: {}, heard: nothing }, 'silent'],
    ['that was cancelled', { halted: { end: 'cancelled' } }, 'cancelled'],
    ['in which the machine slept', { halted: { end: 'interrupted', code: 'slept' } }, 'interrupted', 'slept'],
  ])('%s', ([, change, end, code]) => {
    const ended = callOf(course(change));
    expect(ended.end).toBe(end);
    expect(ended.code).toBe(code);
    expect('cutAfterS' in ended).toBe(end === 'cut');
    // How it sounded is asked only of what was a call.
    if (end !== 'works' && end !== 'poor') expect(ended.mos).toBeNull();
  });

  test('is scored by the whole of it', () => {
    expect(callOf(course())).toMatchObject({ roundTripMs: 42, jitterMs: 2, loss: 0, stalls: 0, mos: 4.36 });
    expect(callOf(course({ heard: heard(...seconds(3), ...seconds(4, 0)) })).cutAfterS).toBe(3);
  });

  test('that was not made has nothing to tell', () => {
    expect(notMade('tls', { end: 'untestable', code: 'busy' })).toEqual({
      transport: 'tls',
      end: 'untestable',
      code: 'busy',
      reached: {},
      durationMs: 0,
      seconds: [],
      roundTripMs: null,
      jitterMs: null,
      loss: null,
      stalls: 0,
      mos: null,
    });
  });
});

const DIES = ['no-ice', 'no-dtls', 'no-media', 'cut'] as const;
const MUTE = ['cancelled', 'interrupted', 'untestable'] as const;

describe('calls over several transports', () => {
  const ends = (udp?: CallEnd, tcp?: CallEnd, tls?: CallEnd) =>
    CALL_TRANSPORTS.flatMap((transport, index) => {
      const end = [udp, tcp, tls][index];
      return end ? [{ transport, end }] : [];
    });
  test.for<[udp: CallEnd | undefined, tcp: CallEnd | undefined, tls: CallEnd | undefined, conclusion: CallConclusion]>([
    ['works', 'works', 'works', 'works'],
    ['works', 'silent', 'cut', 'works'],
    ['works', 'poor', undefined, 'works'],
    [undefined, 'works', 'cut', 'works'],
    [undefined, 'poor', 'works', 'works'],
    ['refused', 'works', undefined, 'works'],
    ['untestable', 'works', undefined, 'works'],
    ['cancelled', 'works', undefined, 'works'],
    // Apps take UDP where it carries sound.
    ['poor', 'works', 'works', 'poor'],
    [undefined, 'poor', 'silent', 'poor'],
    ['silent', 'works', 'works', 'tcp-only'],
    ['cut', 'silent', 'poor', 'tcp-only'],
    ['no-ice', 'works', undefined, 'tcp-only'],
    ['no-dtls', undefined, 'works', 'tcp-only'],
    ['no-media', 'poor', 'refused', 'tcp-only'],
    ['cut', 'cut', 'cut', 'cut'],
    ['silent', 'no-dtls', undefined, 'cut'],
    ['no-media', 'refused', undefined, 'cut'],
    ['refused', 'silent', 'silent', 'refused'],
    ['silent', 'silent', 'untestable', 'silent'],
    ['cancelled', undefined, undefined, 'nothing'],
    ['interrupted', 'untestable', 'cancelled', 'nothing'],
    [undefined, undefined, undefined, 'nothing'],
  ])('UDP %s, TCP %s, TLS %s: %s', ([udp, tcp, tls, conclusion]) => {
    expect(conclusionOf(ends(udp, tcp, tls))).toBe(conclusion);
  });

  test('alone say what each says', () => {
    for (const transport of CALL_TRANSPORTS) {
      const alone = (end: CallEnd) => conclusionOf([{ transport, end }]);
      for (const end of DIES) expect(alone(end)).toBe('cut');
      for (const end of MUTE) expect(alone(end)).toBe('nothing');
      for (const end of ['works', 'poor', 'refused', 'silent'] as const) expect(alone(end)).toBe(end);
    }
  });

  const every = [undefined, ...CALL_ENDS].flatMap((udp) =>
    [undefined, ...CALL_ENDS].flatMap((tcp) => [undefined, ...CALL_ENDS].map((tls) => ends(udp, tcp, tls))),
  );
  const among = (calls: ReturnType<typeof ends>, wanted: readonly CallEnd[]) =>
    calls.some(({ end }) => wanted.includes(end));

  test('in whatever way they end, are never called cut or silent when one of them carries sound', () => {
    for (const calls of every.filter((list) => among(list, ['works', 'poor']))) {
      expect(['works', 'poor', 'tcp-only']).toContain(conclusionOf(calls));
    }
  });

  test('in whatever way they end, say nothing by what was cancelled, interrupted or untestable', () => {
    for (const calls of every) {
      const finished = calls.filter(({ end }) => !among([{ transport: 'udp', end }], MUTE));
      expect(conclusionOf(calls)).toBe(conclusionOf(finished));
    }
  });

  test('in whatever way they end, show TCP alone only where UDP was tried and failed', () => {
    for (const calls of every.filter((list) => conclusionOf(list) === 'tcp-only')) {
      const udp = calls.filter(({ transport }) => transport === 'udp');
      expect(among(udp, ['silent', ...DIES])).toBe(true);
    }
  });

  test('say the same in any order', () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        expect(conclusionOf(calls.toReversed())).toBe(conclusionOf(calls));
      }),
    );
  });
});

describe('what a verdict needs', () => {
  const summary = (...calls: TransportCall[]) => summaryOf(testOf('own-00000001', 7, calls));

  test('is the best call', () => {
    const calls = [
      call({ mos: 4.1 }),
      call({ transport: 'tcp', mos: 4.3 }),
      call({ transport: 'tls', end: 'poor', mos: 3 }),
    ];
    expect(summary(...calls)).toEqual({ at: 7, conclusion: 'works', transport: 'tcp', mos: 4.3 });
  });

  test('is how far the best of them came where all were cut', () => {
    const cut = (cutAfterS: number, transport: TransportCall['transport']) =>
      call({ transport, end: 'cut', mos: null, cutAfterS });
    expect(summary(cut(2, 'udp'), cut(7.5, 'tcp'), call({ transport: 'tls', end: 'no-ice', mos: null }))).toEqual({
      at: 7,
      conclusion: 'cut',
      transport: 'tcp',
      mos: null,
      cutAfterS: 7.5,
    });
  });

  test('names no transport where no sound passed', () => {
    expect(summary(call({ end: 'refused', mos: null }))).toEqual({
      at: 7,
      conclusion: 'refused',
      transport: null,
      mos: null,
    });
  });

  test('is never a score without a transport', () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        const { transport, mos, cutAfterS } = summary(...calls);
        if (transport === null) expect([mos, cutAfterS]).toEqual([null, undefined]);
      }),
    );
  });
});
