import { describe, expect, test } from 'vitest';
import type { CallConclusion } from '../call/call.ts';
import { forgetUnidentified } from '../evidence/memory.ts';
import { type Chapter, DAY, ending, HOUR, MEET, MORNING, of, tell } from './testing.ts';
import { callAt, LONE, PBX, RELAY, TWO_WAYS } from './testing-own.ts';

/** Test calls as evidence: about one relay on one network, and for a day. */

const STEP = 60_000;
/** Rounds a minute apart, each after a test call through the lone relay, or without one. */
const rounds = (...calls: readonly (CallConclusion | null)[]): Chapter[] =>
  calls.map((conclusion, index) => ({
    after: STEP,
    ...(conclusion && callAt(MORNING + index * STEP, LONE, conclusion)),
  }));
const services = [MEET, LONE, TWO_WAYS];
const judged = (chapters: readonly Chapter[]) => of(ending(chapters, { services }), LONE);

describe('a test call', () => {
  test.for<[CallConclusion, rule: string, state: string]>([
    ['works', 'calls.call-works', 'clear'],
    ['poor', 'calls.call-poor', 'impaired'],
    ['tcp-only', 'calls.call-tcp-only', 'impaired'],
    ['cut', 'calls.media-cut-once', 'impaired'],
    ['refused', 'calls.own-relay-answered', 'clear'],
    ['silent', 'calls.own-relay-answered', 'clear'],
    ['nothing', 'calls.own-relay-answered', 'clear'],
  ])('that ended as “%s” makes calls %s', ([conclusion, rule, state]) => {
    expect(judged(rounds(conclusion)).calls).toMatchObject({ rule, state });
  });

  test('that is cut names the mechanism, and the second in a row makes the block likely', () => {
    expect(judged(rounds('cut')).calls).toMatchObject({ state: 'impaired', mechanism: 'media.cut' });
    expect(judged(rounds('cut', 'cut')).calls).toMatchObject({ state: 'likely-blocked', mechanism: 'media.cut' });
  });

  test('is remembered by the rounds that follow', () => {
    const { calls, call } = judged(rounds('cut', 'cut', null, null));
    expect(calls.rule).toBe('calls.media-cut');
    expect(call).toMatchObject({ conclusion: 'cut', cuts: 2, mos: 4.2 });
  });

  test.for<CallConclusion>(['refused', 'silent', 'nothing'])(
    'that says nothing of the sound leaves the last one: %s',
    (none) => {
      expect(judged(rounds('cut', none)).call).toMatchObject({ conclusion: 'cut', cuts: 1 });
      expect(judged(rounds('cut', none, 'cut')).calls.rule).toBe('calls.media-cut');
    },
  );

  test.for<CallConclusion>(['works', 'poor', 'tcp-only'])('that gets through ends a row of cuts: %s', (through) => {
    expect(judged(rounds('cut', 'cut', through, 'cut')).calls.rule).toBe('calls.media-cut-once');
  });

  test('says nothing where the relay is silent now', () => {
    const chapters = rounds('works', null);
    expect(judged([...chapters, { fates: { [RELAY]: 'silent' } }]).calls.rule).toBe('calls.own-relay-silent');
  });

  test('counts for a day', () => {
    const [first] = rounds('cut');
    const later = (after: number) => judged([first ?? {}, { after }]).calls.rule;
    expect(later(DAY - HOUR)).toBe('calls.media-cut-once');
    expect(later(DAY)).toBe('calls.own-relay-answered');
  });

  test('of a time to come, where the clock was set back, is none', () => {
    const [first] = rounds('cut');
    expect(judged([first ?? {}, { after: -HOUR / 2 }]).calls.rule).toBe('calls.own-relay-answered');
    expect(judged([callAt(MORNING + HOUR, LONE, 'cut')]).calls.rule).toBe('calls.own-relay-answered');
  });
});

describe('it is about one server on one network', () => {
  test('and never mixed into another service’s verdict, not even that of one with the same relay', () => {
    const quiet = tell([{}, {}], { services }).at(-1);
    const told = tell(rounds('cut', 'cut'), { services }).at(-1);
    for (const other of [MEET, TWO_WAYS]) {
      expect(of(told ?? ending([]), other).calls).toMatchObject({
        state: of(quiet ?? ending([]), other).calls.state,
        rule: of(quiet ?? ending([]), other).calls.rule,
      });
      expect(of(told ?? ending([]), other).call).toBeUndefined();
    }
  });

  test('of the catalogue’s services no call is judged, whatever is told', () => {
    const told = ending([callAt(MORNING, MEET, 'cut')], { services });
    expect(of(told, MEET)).not.toHaveProperty('call');
    expect(of(told, MEET).calls.state).toBe('clear');
  });

  test('and not of the next network, but of the same one later', () => {
    const cut = rounds('cut', 'cut');
    expect(judged([...cut, { network: 'cafe' }]).calls.rule).toBe('calls.own-relay-answered');
    expect(judged([...cut, { network: 'cafe' }, {}]).calls.rule).toBe('calls.media-cut');
  });

  test('where nothing tells which network it is, it holds until the connection changes', () => {
    const nameless = rounds('cut', 'cut').map((chapter) => ({ ...chapter, network: null }));
    const told = ending(nameless, { services });
    expect(of(told, LONE).calls.rule).toBe('calls.media-cut');
    const memory = forgetUnidentified(told.memory);
    const after = ending([{ network: null }], { services, memory, from: MORNING + 10 * STEP });
    expect(of(after, LONE).calls.rule).toBe('calls.own-relay-answered');
  });

  test('counts for the network only as a block', () => {
    const network = (chapters: readonly Chapter[]) => ending(chapters, { services: [MEET, LONE] }).network.state;
    expect(network(rounds('cut', 'cut'))).toBe('some-blocked');
    expect(network(rounds('works'))).toBe('clear');
  });
});

test('A call through the relay says nothing of the exchange that is silent', () => {
  const call = callAt(MORNING, PBX, 'works');
  const told = ending([{ ...call, fates: { 'wss://pbx.example/ws': 'silent' } }], { services: [MEET, PBX] });
  expect(of(told, PBX).calls.rule).toBe('calls.signalling-unknown');
});
