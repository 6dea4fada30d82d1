import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_MEMORY, type Memory } from '../evidence/memory.ts';
import { NETWORK_STATES } from '../vocabulary.ts';
import type { Progress, Snapshot } from './snapshot.ts';
import { isUnderWay, readEndedCall, readMemory } from './stored.ts';
import { readSnapshot } from './stored-snapshot.ts';
import { CONTROLS, ending, MINUTE, MORNING, roundOf, times } from './testing.ts';
import { randomStory } from './testing-random.ts';

const silent = { seen: [[/(relay|star)\.chat/, 'silent']] } as const;
const lived = () => ending([{}, ...times(3, silent)]);
const livedSnapshot = (): Snapshot => {
  const { network, services, controls } = lived();
  const observations = [...roundOf(silent).observations.values()];
  return {
    schemaVersion: 1,
    takenAt: MORNING,
    durationMs: 2_300,
    firstWordMs: 410,
    network,
    services,
    controls,
    controlObservations: observations.filter(({ url }) => CONTROLS.some((control) => control.url === url)),
    confirming: true,
    explained: false,
  };
};
const progress = (): Progress => ({
  roundId: 'a',
  startedAt: MORNING,
  expiresAt: MORNING + MINUTE,
  done: 3,
  total: 20,
  services: lived().services,
});

const written = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The value with one part of it, at any depth, put in place of something else. */
function damaged(value: object): fc.Arbitrary<unknown> {
  const paths = pathsOf(written(value), []);
  return fc.tuple(fc.constantFrom(...paths), fc.anything()).map(([path, other]) => {
    const copy = written(value) as Record<string, unknown>;
    const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
    const last = path.at(-1) ?? '';
    if (other === undefined) delete parent[last];
    else parent[last] = other;
    return copy;
  });
}
const pathsOf = (value: unknown, path: readonly string[]): (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : Object.entries(value).flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])]);

describe('a stored snapshot', () => {
  test('is read as it was written', () => {
    const snapshot = livedSnapshot();
    expect(readSnapshot(written(snapshot))).toEqual(snapshot);
  });

  test.for<{ what: string; stored: (from: Snapshot) => unknown }>([
    { what: 'nothing', stored: () => null },
    { what: 'undefined', stored: () => undefined },
    { what: 'text', stored: () => '{"schemaVersion":1}' },
    { what: 'one of an older version', stored: (from) => ({ ...from, schemaVersion: 0 }) },
    { what: 'one of a future version', stored: (from) => ({ ...from, schemaVersion: 2 }) },
    { what: 'one without a version', stored: (from) => ({ ...from, schemaVersion: undefined }) },
    { what: 'one that was cut off', stored: () => ({ schemaVersion: 1, takenAt: MORNING }) },
    { what: 'an unknown state', stored: (from) => ({ ...from, network: { ...from.network, state: 'fine' } }) },
    { what: 'an unknown rule', stored: (from) => ({ ...from, network: { ...from.network, rule: 'network.fine' } }) },
    { what: 'a count below nothing', stored: (from) => ({ ...from, network: { ...from.network, rounds: -1 } }) },
    { what: 'half a round', stored: (from) => ({ ...from, network: { ...from.network, rounds: 1.5 } }) },
    { what: 'a time that is none', stored: (from) => ({ ...from, takenAt: Number.NaN }) },
    { what: 'a list that is none', stored: (from) => ({ ...from, services: {} }) },
  ])('is none when it is $what', ({ stored }) => {
    expect(readSnapshot(stored(livedSnapshot()))).toBeNull();
  });

  test('drops what it does not know, and keeps the rest', () => {
    const snapshot = livedSnapshot();
    expect(readSnapshot({ ...written(snapshot), weather: 'fine' })).toEqual(snapshot);
  });

  test('can be anything without harm', () => {
    fc.assert(fc.property(fc.anything(), (stored) => void expect(readSnapshot(stored)).toBeNull()));
  });

  test('with a damaged part is none, or one that can be shown', () => {
    fc.assert(
      fc.property(damaged(livedSnapshot()), (stored) => {
        const snapshot = readSnapshot(stored);
        if (snapshot !== null) expect(NETWORK_STATES).toContain(snapshot.network.state);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the progress of a round', () => {
  test.for([
    { when: 'at its start', after: 0, shown: true },
    { when: 'while it runs', after: MINUTE / 2, shown: true },
    { when: 'when its time is over: its worker was killed', after: MINUTE, shown: false },
    { when: 'before its start, by a clock that went back', after: -1, shown: false },
  ])('is shown $when: $shown', ({ after, shown }) => {
    expect(isUnderWay(written(progress()), MORNING + after)).toBe(shown);
  });

  test('can be anything without harm', () => {
    fc.assert(fc.property(fc.anything(), (stored) => void expect(isUnderWay(stored, MORNING)).toBe(false)));
    fc.assert(fc.property(damaged(progress()), (stored) => void isUnderWay(stored, MORNING)));
  });
});

describe('stored memory', () => {
  test('is read as it was written, whatever was lived through', () => {
    fc.assert(
      fc.property(randomStory, (story) => {
        const { memory } = ending(story);
        expect(readMemory(written(memory))).toEqual(memory);
      }),
    );
  });

  test.for<{ what: string; stored: (from: Memory) => unknown }>([
    { what: 'nothing', stored: () => null },
    { what: 'a list', stored: () => [] },
    { what: 'of an older version', stored: (from) => ({ ...from, schemaVersion: 0 }) },
    { what: 'of a future version', stored: (from) => ({ ...from, schemaVersion: 2 }) },
    { what: 'without a version', stored: ({ networks, answered }) => ({ networks, answered }) },
  ])('is empty when it is $what', ({ stored }) => {
    expect(readMemory(stored(lived().memory))).toEqual(EMPTY_MEMORY);
  });

  test('with a damaged network loses that network, and no other, and no vote', () => {
    const { memory } = lived();
    const stored = { ...written(memory), networks: { ...written(memory.networks), cafe: { lastRoundAt: 'noon' } } };
    expect(readMemory(stored)).toEqual(memory);
    expect(readMemory({ ...written(memory), networks: 7 })).toEqual({ ...memory, networks: {} });
  });

  test('keeps test calls, and loses nothing else where they are damaged', () => {
    const { memory } = lived();
    const call = { at: MORNING, conclusion: 'cut', transport: 'udp', mos: null, cutAfterS: 3, cuts: 1 } as const;
    const withCalls = (calls: object) => ({
      ...memory,
      networks: { home: { ...memory.networks.home, calls } },
    });
    const stored = withCalls({ 'own-00000001': call });
    expect(readMemory(written(stored))).toEqual(stored);
    for (const damage of [{ ...call, cuts: -1 }, { ...call, conclusion: 'fine' }, { ...call, at: 'noon' }, null]) {
      expect(readMemory(withCalls({ 'own-00000001': damage }))).toEqual(withCalls({}));
    }
  });

  test('with a damaged vote loses that vote, and no other, and no network', () => {
    const { memory } = lived();
    const stored = { ...written(memory), answered: { ...memory.answered, 'stun:x.example:1': 'yes' } };
    expect(readMemory(stored)).toEqual(memory);
    expect(readMemory({ ...written(memory), answered: null })).toEqual({ ...memory, answered: {} });
  });

  test('with a count of losses that never ends loses that network', () => {
    const { memory } = lived();
    const endless = { asked: Number.POSITIVE_INFINITY, failed: 0 };
    const home = { ...memory.networks.home, loss: { udp: endless, tcp: endless } };
    expect(readMemory({ ...memory, networks: { home } }).networks).toEqual({});
  });

  test('can be anything without harm', () => {
    fc.assert(fc.property(fc.anything(), (stored) => void expect(readMemory(stored)).toEqual(EMPTY_MEMORY)));
  });

  test('with any part damaged can be judged by: a round on it gives a verdict', () => {
    fc.assert(
      fc.property(damaged(lived().memory), (stored) => {
        const { network } = ending([silent], { memory: readMemory(stored) });
        expect(NETWORK_STATES).toContain(network.state);
        expect(Number.isFinite(network.since)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a page tells of a test call', () => {
  const told = { service: 'own-00000001', summary: { at: MORNING, conclusion: 'works', transport: 'tls', mos: 4.1 } };

  test('is read, and nothing beside it', () => {
    expect(readEndedCall({ ...told, password: 'x', summary: { ...told.summary, address: 'x' } })).toEqual(told);
  });

  test.for([
    { mos: -1 },
    { mos: Number.NaN },
    { at: '1' },
    { conclusion: 'fine' },
    { transport: 'sctp' },
    { cutAfterS: -3 },
  ])('is none with %j', (damage) => {
    expect(readEndedCall({ ...told, summary: { ...told.summary, ...damage } })).toBeNull();
  });

  test('can be anything without harm', () => {
    fc.assert(fc.property(fc.anything(), (anything) => void expect(readEndedCall(anything)).toBeNull()));
  });
});
