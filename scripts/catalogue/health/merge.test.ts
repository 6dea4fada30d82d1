import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type HealthRecord, NO_HEALTH, standingOf } from '../../../core/catalogue/health.ts';
import { HealthFile } from '../../../core/catalogue/schema.ts';
import { changes, merge } from './merge.ts';
import { type Entry, RunRecord } from './record.ts';

const A = 'stun:a.example:3478';
const B = 'https://b.example/';
const URLS = [A, B];

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
const silent: Entry = { outcome: 'silent', asked: 1 };
const notAsked: Entry = { outcome: 'not-asked', why: 'NO_UDP' };
const answers = (how: string): Entry => ({ outcome: 'answered', how, asked: 1, answered: 1 });
const run = (number: number, endpoints: Record<string, Entry>, place = 'home'): RunRecord => ({
  schemaVersion: 1,
  place,
  takenAt: `${day(number)}T10:00:00.000Z`,
  udp: true,
  ipv6: false,
  endpoints,
});
const merged = (runs: readonly RunRecord[], before: HealthRecord = NO_HEALTH) => merge(before, runs, URLS);
const ofA = (...runs: RunRecord[]) => merged(runs).endpoints[A];

describe('the record of an endpoint', () => {
  test('is its last answer, and what it was', () => {
    expect(ofA(run(0, { [A]: answers('STUN 0101') }), run(7, { [A]: answers('STUN 420') }))).toEqual({
      asked: day(7),
      places: 1,
      answered: day(7),
      how: 'STUN 420',
    });
  });

  test('is silent since the first day on which it was asked and not heard, after its last answer', () => {
    expect(
      ofA(...[silent, answers('STUN 0101'), silent, silent].map((entry, week) => run(week * 7, { [A]: entry }))),
    ).toEqual({ asked: day(21), places: 1, answered: day(7), how: 'STUN 0101', silentSince: day(14) });
  });

  test('is silent from the first day on, where it never answered', () => {
    expect(ofA(run(0, { [A]: silent }), run(7, { [A]: silent }))).toEqual({
      asked: day(7),
      places: 1,
      silentSince: day(0),
    });
  });

  test('is not silent on a day on which any place heard it', () => {
    expect(ofA(run(0, { [A]: silent }), run(0, { [A]: answers('STUN 0101') }, 'away'))).toMatchObject({
      places: 2,
      answered: day(0),
    });
  });

  test('takes what failed for what was not heard', () => {
    expect(ofA(run(0, { [A]: { outcome: 'failed', why: 'ENOTFOUND', asked: 0 } }))).toMatchObject({
      silentSince: day(0),
    });
  });

  test('counts places of two weeks', () => {
    const places = ['one', 'two', 'three', 'one'].map((place, week) => run(week * 7, { [A]: silent }, place));
    expect(ofA(...places)).toMatchObject({ asked: day(21), places: 3 });
    expect(ofA(...places, run(28, { [A]: silent }, 'one'))).toMatchObject({ places: 2 });
  });

  test('knows nothing of days on which it could not be asked, and of endpoints that have left', () => {
    const { endpoints } = merged([run(0, { [A]: silent }), run(7, { [A]: notAsked, 'stun:gone.example:1': silent })]);
    expect(endpoints).toEqual({ [A]: { asked: day(0), places: 1, silentSince: day(0) } });
    expect(merge({ updatedOn: day(7), endpoints }, [], [B]).endpoints).toEqual({});
  });

  test('is silent since before the runs at hand, where the record says so', () => {
    const before = merged([0, 14, 28].map((number) => run(number, { [A]: silent })));
    expect(merged([run(42, { [A]: silent })], before).endpoints[A]).toMatchObject({
      silentSince: day(0),
      asked: day(42),
    });
  });

  test('counts only the places that have asked since it fell silent: who heard it before is no witness of silence', () => {
    const heard = run(0, { [A]: answers('STUN 0101') }, 'open');
    expect(ofA(heard, run(1, { [A]: silent }, 'filtered'))).toMatchObject({ silentSince: day(1), places: 1 });
    expect(ofA(heard, run(1, { [A]: silent }, 'filtered'), run(7, { [A]: silent }, 'open'))).toMatchObject({
      places: 2,
    });
    const before = merged([run(0, { [A]: silent }, 'one'), run(7, { [A]: silent }, 'two')]);
    expect(before.endpoints[A]).toMatchObject({ places: 2 });
    expect(merged([run(3, { [A]: answers('STUN 0101') }, 'late')], before).endpoints[A]).toMatchObject({ places: 1 });
  });
});

describe('a time in which nobody asked', () => {
  const silentOn = (...days: number[]) => days.map((number) => run(number, { [A]: silent }));

  test('of two weeks is between two silences; of more it is none, and they are counted anew', () => {
    expect(ofA(...silentOn(0, 14, 28))).toMatchObject({ silentSince: day(0) });
    expect(ofA(...silentOn(0, 14, 29))).toMatchObject({ silentSince: day(29) });
    expect(standingOf(ofA(...silentOn(0, 90)))).toBe('unknown');
    expect(standingOf(ofA(...silentOn(0, 14, 28, 29, 44)))).toBe('unknown');
  });

  test('gives nobody back what was taken before it: only an answer does', () => {
    const before = merged(silentOn(0, 14, 28, 30));
    expect(standingOf(before.endpoints[A])).toBe('demoted');
    expect(merged(silentOn(80), before).endpoints[A]).toMatchObject({ silentSince: day(0), asked: day(80) });
  });

  test('is none where a record that comes late fills it', () => {
    const before = merged(silentOn(0, 28));
    expect(before.endpoints[A]).toMatchObject({ silentSince: day(28) });
    expect(merged(silentOn(0, 14, 28), before).endpoints[A]).toMatchObject({ silentSince: day(0) });
  });

  test('keeps a clock that stood still for years from retiring anybody', () => {
    const stopped: RunRecord = { ...run(0, { [A]: silent }), takenAt: '1970-01-01T00:00:10.000Z' };
    expect(standingOf(ofA(stopped, run(0, { [A]: silent })))).toBe('unknown');
  });
});

const entry = fc.constantFrom<Entry>(silent, notAsked, answers('STUN 0101'), answers('STUN 420'), {
  outcome: 'failed',
  why: 'ECONNREFUSED',
  asked: 1,
});
const runs = fc.array(
  fc
    .tuple(
      fc.constantFrom(0, 1, 7, 14, 15, 28, 30, 42, 60, 80),
      fc.dictionary(fc.constantFrom(...URLS, 'wss://gone.example/'), entry),
      fc.constantFrom('a1', 'b2', 'c3'),
    )
    .map(([number, endpoints, place]) => run(number, endpoints, place)),
  { maxLength: 12 },
);

describe('merging', () => {
  test('twice changes nothing', () => {
    fc.assert(
      fc.property(runs, runs, (old, fresh) => {
        const once = merged(fresh, merged(old));
        expect(merged(fresh, once)).toEqual(once);
        expect(changes(once, merged(fresh, once))).toEqual([]);
      }),
    );
  });

  test('comes to the same in any order, byte for byte', () => {
    fc.assert(
      fc.property(
        runs.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(JSON.stringify(merged(shuffled))).toBe(JSON.stringify(merged(all)));
        },
      ),
    );
  });

  test('comes to the same in steps as at once, as long as the records are kept', () => {
    fc.assert(
      fc.property(runs, fc.nat(12), (all, at) => {
        expect(merged(all, merged(all.slice(0, at)))).toEqual(merged(all));
      }),
      { numRuns: 1000 },
    );
  });

  test('comes to the same from the record alone, when runs come in the order of their days', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 0, max: 80 }), (all, until) => {
        const early = all.filter(({ takenAt }) => takenAt.slice(0, 10) < day(until));
        const late = all.filter((run) => !early.includes(run));
        const places = ({ endpoints, ...rest }: HealthRecord) => ({
          ...rest,
          endpoints: Object.entries(endpoints).map(([url, health]) => [url, { ...health, places: 0 }]),
        });
        expect(places(merged(late, merged(early)))).toEqual(places(merged(all)));
      }),
    );
  });

  test('makes a record that fits its file, in which nobody is silent before the last answer', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const record = v.parse(HealthFile, merged(all));
        for (const { asked, answered = '', silentSince = '9' } of Object.values(record.endpoints)) {
          expect(answered < silentSince && answered <= asked).toBe(true);
        }
        expect(all.every((one) => v.is(RunRecord, one))).toBe(true);
      }),
    );
  });
});

describe('what is said of it', () => {
  const weekly = (weeks: number, first = answers('STUN 0101')) =>
    Array.from({ length: weeks }, (_, week) => run(week * 7, { [A]: week === 0 ? first : silent }));
  const recordAfter = (weeks: number) => merged(weekly(weeks));

  test('is nothing where nothing changed', () => {
    expect(changes(recordAfter(3), recordAfter(4))).toEqual([]);
  });

  test.each([
    [1, 2, 'unknown', `${A} fell silent: first not heard on ${day(7)}.`],
    [6, 7, 'demoted', `${A} is demoted: not heard since ${day(7)}, last asked on ${day(42)} from one place.`],
    [14, 15, 'retired', `${A} is retired: not heard since ${day(7)}, last asked on ${day(98)} from one place.`],
  ])('after %i weeks and %i: %s', (then, now, standing, says) => {
    const [before, record] = [recordAfter(then), recordAfter(now)];
    expect(standingOf(record.endpoints[A])).toBe(standing);
    expect(changes(before, record)).toEqual([says]);
  });

  test('is who came back', () => {
    const before = recordAfter(15);
    const record = merged([run(105, { [A]: answers('STUN 0101') })], before);
    expect(changes(before, record)).toEqual([
      `${A} came back: STUN 0101 on ${day(105)}, after silence since ${day(7)}.`,
    ]);
  });

  test('is who came back and fell silent again, and no demotion that has ended', () => {
    const before = recordAfter(7);
    const record = merged([run(49, { [A]: answers('STUN 0101') }), run(56, { [A]: silent })], before);
    expect(changes(before, record)).toEqual([
      `${A} came back: STUN 0101 on ${day(49)}, after silence since ${day(7)}.`,
      `${A} fell silent: first not heard on ${day(56)}.`,
    ]);
  });
});
