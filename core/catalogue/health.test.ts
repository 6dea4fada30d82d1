import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EndpointHealth, isSilentLately, type Standing, standingOf, VOUCH_DAYS, vouchedFor } from './health.ts';

const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 10, 15);
const day = (days: number): string => new Date(TODAY + days * DAY).toISOString().slice(0, 10);
const silentFor = (days: number): EndpointHealth => ({ asked: day(0), places: 1, silentSince: day(-days) });

describe('the standing of an endpoint', () => {
  test.for<[Standing, string, EndpointHealth | undefined]>([
    ['unknown', 'the record does not know it', undefined],
    ['unknown', 'it answers', { asked: day(0), places: 2, answered: day(0), how: 'STUN 0101' }],
    ['unknown', 'it fell silent today', silentFor(0)],
    ['unknown', 'silent for 29 days', silentFor(29)],
    ['demoted', 'silent for 30 days', silentFor(30)],
    ['demoted', 'silent for 89 days', silentFor(89)],
    ['retired', 'silent for 90 days', silentFor(90)],
    ['retired', 'silent for years', silentFor(900)],
    ['unknown', 'silent since after it was asked', silentFor(-40)],
    ['unknown', 'silent since no day', { ...silentFor(90), silentSince: 'long ago' }],
  ])('is %s: %s', ([standing, , health]) => {
    expect(standingOf(health)).toBe(standing);
  });

  test('rests on what was seen: time alone takes nothing from it', () => {
    const once = { asked: day(-400), places: 3, silentSince: day(-420) };
    expect(standingOf(once)).toBe('unknown');
  });
});

describe('the record vouches for an endpoint', () => {
  const answered = (days: number): EndpointHealth => ({ asked: day(days), places: 1, answered: day(days) });
  const NOON = TODAY + DAY / 2;

  test.for<[boolean, string, EndpointHealth | undefined]>([
    [false, 'that it does not know', undefined],
    [false, 'that it has never heard', silentFor(3)],
    [true, 'that answered today', answered(0)],
    [true, 'that answered 89 days ago', answered(-89)],
    [true, 'that answered 90 days ago', answered(-90)],
    [false, 'that answered 91 days ago', answered(-91)],
    [true, 'that answered tomorrow: it is already that day elsewhere', answered(1)],
    [false, 'that answered in two days: this clock is wrong', answered(2)],
    [false, 'that answered on no day', { ...answered(0), answered: 'yes' }],
  ])('%s: one %s', ([vouches, , health]) => {
    expect(vouchedFor(health, NOON)).toBe(vouches);
  });

  test('to the end of the ninetieth day, and no longer', () => {
    const end = TODAY + (VOUCH_DAYS + 1) * DAY;
    expect([end, end + 1].map((at) => vouchedFor(answered(0), at))).toEqual([true, false]);
  });

  test('never under a clock that stands years away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 20_000 }), fc.constantFrom(-1, 1), (days, side) => {
        expect(vouchedFor(answered(0), TODAY + side * days * DAY)).toBe(false);
      }),
    );
  });
});

describe('the record says that an endpoint is silent everywhere', () => {
  const SILENT: EndpointHealth = { asked: day(-3), places: 2, answered: day(-17), silentSince: day(-10) };

  test.for<[boolean, string, Partial<EndpointHealth>]>([
    [true, 'asked from two places, and it answered none of them', {}],
    [true, 'asked two weeks ago', { asked: day(-14) }],
    [false, 'asked before that', { asked: day(-16) }],
    [false, 'asked in a week, by this clock', { asked: day(7) }],
    [false, 'asked from a single place', { places: 1 }],
    [false, 'it has answered again', { answered: day(-3) }],
    [false, 'it answered on the day from which on it is said to be silent', { answered: day(-10) }],
  ])('%s: %s', ([silent, , change]) => {
    expect(isSilentLately({ ...SILENT, ...change }, TODAY)).toBe(silent);
  });

  test('not of one that answers', () => {
    expect(isSilentLately({ asked: day(0), places: 5, answered: day(0) }, TODAY)).toBe(false);
  });
});
