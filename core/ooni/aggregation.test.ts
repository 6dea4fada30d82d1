import { describe, expect, test } from 'vitest';
import { opinionOf, readAggregation } from './aggregation.ts';
import { questionOf } from './question.ts';

const row = (test_name: unknown, change: object = {}) => ({
  ...{ anomaly_count: 30, confirmed_count: 7, failure_count: 2, ok_count: 3, measurement_count: 42 },
  test_name,
  ...change,
});
const read = (...result: unknown[]) => readAggregation({ v: 0, dimension_count: 1, db_stats: {}, result });

describe('an answer', () => {
  test('counts confirmed blocks among the anomalies, and leaves failed measurements out', () => {
    expect(read(row('whatsapp'))).toEqual(new Map([['whatsapp', { measured: 40, anomalies: 37 }]]));
  });

  test('without rows says that nobody has measured', () => {
    expect(read()).toEqual(new Map());
  });

  test('may speak of tests that were not asked for, whatever they are called', () => {
    expect(read(row('whatsapp'), row('dash', { ok_count: -1 }), row('__proto__'), row('constructor'))?.size).toBe(1);
  });

  test.for<[string, unknown]>([
    ['no object', 'x'],
    ['nothing', undefined],
    ['null', null],
    ['an error of OONI’s', { msg: 'Invalid axis name', v: 0 }],
    ['one row for all', { result: row(undefined) }],
    ['a row without a name', { result: [row(undefined)] }],
    ['a row that is none', { result: [null] }],
    ['a name that is no text', { result: [row({ toString: 'whatsapp' })] }],
    ['two rows of one test', { result: [row('signal'), row('signal')] }],
    ['a negative count', { result: [row('signal', { ok_count: -3, measurement_count: 36 })] }],
    ['a part of a measurement', { result: [row('signal', { ok_count: 3.5, measurement_count: 42.5 })] }],
    ['a count as text', { result: [row('signal', { ok_count: '3' })] }],
    ['a count missing', { result: [row('signal', { failure_count: undefined })] }],
    ['a count without end', { result: [row('signal', { ok_count: 1e300, measurement_count: 1e300 })] }],
    ['no number', { result: [row('signal', { ok_count: Number.NaN, measurement_count: Number.NaN })] }],
    ['counts that do not add up', { result: [row('signal', { measurement_count: 43 })] }],
    ['more rows than there are tests', { result: Array.from({ length: 101 }, (_, index) => row(`test_${index}`)) }],
  ])('is not understood: %s', ([, answer]) => {
    expect(readAggregation(answer)).toBeNull();
  });
});

describe('an opinion', () => {
  const question = questionOf('MA', 36903, 0);
  const counts = (measured: number, anomalies: number) => new Map([['signal' as const, { measured, anomalies }]]);
  const [operator, country, world] = [counts(10, 2), counts(20, 4), counts(900, 30)];

  test('has a line for each test, also for those that nobody has run', () => {
    const opinion = opinionOf(question, { operator, country, world }, 5);
    expect(opinion).toMatchObject({ ...question, askedAt: 5 });
    expect(opinion?.tests.map(({ test }) => test)).toEqual(['whatsapp', 'telegram', 'facebook_messenger', 'signal']);
    expect(opinion?.tests.at(0)?.operator).toEqual({ measured: 0, anomalies: 0 });
    expect(opinion?.tests.at(-1)?.country).toEqual({ measured: 20, anomalies: 4 });
  });

  test('says nothing of an operator that was not asked about', () => {
    expect(opinionOf(question, { operator: null, country, world }, 5)?.tests.at(-1)?.operator).toBeNull();
  });

  test.for<[string, Parameters<typeof opinionOf>[1]]>([
    ['more on the operator than in its country', { operator: counts(21, 2), country, world }],
    ['more in the country than in the world', { operator, country, world: counts(19, 4) }],
    ['more anomalies in the country than in the world', { operator, country, world: counts(900, 3) }],
    ['more good ones in the country than in the world', { operator, country, world: counts(900, 890) }],
  ])('is none where the answers contradict each other: %s', ([, answers]) => {
    expect(opinionOf(question, answers, 5)).toBeNull();
  });
});
