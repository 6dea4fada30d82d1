import { expect, test } from 'vitest';
import { addressesOf, explorerAddress, lastDay, questionOf } from './question.ts';

const NOON = Date.UTC(2026, 10, 22, 12);

test('A question is about 14 days, today among them, by UTC', () => {
  expect(questionOf('MA', 36903, NOON)).toEqual({
    country: 'MA',
    asn: 36903,
    since: '2026-11-09',
    until: '2026-11-23',
  });
  expect(questionOf('MA', null, Date.UTC(2026, 0, 1))).toMatchObject({ since: '2025-12-19', until: '2026-01-02' });
  expect(lastDay(questionOf('MA', null, NOON))).toBe('2026-11-22');
});

test('It is put once for the operator, once for its country and once for the world, each for all four tests', () => {
  const tests =
    'test_name=whatsapp,telegram,facebook_messenger,signal&axis_x=test_name&since=2026-11-09&until=2026-11-23';
  expect(addressesOf(questionOf('MA', 36903, NOON))).toEqual({
    operator: `https://api.ooni.org/api/v1/aggregation?probe_cc=MA&probe_asn=AS36903&${tests}`,
    country: `https://api.ooni.org/api/v1/aggregation?probe_cc=MA&${tests}`,
    world: `https://api.ooni.org/api/v1/aggregation?${tests}`,
  });
  expect(addressesOf(questionOf('MA', null, NOON)).operator).toBeNull();
});

test('The explorer shows the same days, of one test', () => {
  const days = 'since=2026-11-09&until=2026-11-23&axis_x=measurement_start_day&time_grain=day';
  expect(explorerAddress(questionOf('MA', 36903, NOON), 'signal')).toBe(
    `https://explorer.ooni.org/chart/mat?test_name=signal&probe_cc=MA&probe_asn=AS36903&${days}`,
  );
  expect(explorerAddress(questionOf('MA', null, NOON), 'signal')).toBe(
    `https://explorer.ooni.org/chart/mat?test_name=signal&probe_cc=MA&${days}`,
  );
});
