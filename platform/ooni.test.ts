import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressesOf, questionOf } from '../core/ooni/question.ts';
import { askOoni } from './ooni.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const QUESTION = questionOf('MA', 36903, NOW);

let asked: { address: string; options: RequestInit }[];
let answers: (() => Response | Promise<Response>)[];

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (address: string, options: RequestInit) => {
    asked.push({ address, options });
    return (answers.shift() ?? (() => counted(900, 90)))();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const counted = (ok_count: number, anomaly_count: number, headers: Record<string, string> = {}) => {
  const rest = { confirmed_count: 0, failure_count: 0, measurement_count: ok_count + anomaly_count };
  const result = [{ test_name: 'signal', ok_count, anomaly_count, ...rest }];
  return Response.json({ v: 0, dimension_count: 1, db_stats: {}, result }, { headers });
};
const said = (body: BodyInit | null, status = 200, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers });

describe('a question', () => {
  test('goes out once for the operator, its country and the world, without anything that names a person', async () => {
    answers = [() => counted(3, 37), () => counted(80, 40)];
    const { opinion } = (await askOoni(QUESTION)) as { opinion: { tests: readonly object[] } };
    expect(opinion).toMatchObject({ ...QUESTION, askedAt: NOW });
    expect(opinion.tests.at(-1)).toEqual({
      test: 'signal',
      operator: { measured: 40, anomalies: 37 },
      country: { measured: 120, anomalies: 40 },
      world: { measured: 990, anomalies: 90 },
    });
    expect(asked.map(({ address }) => address)).toEqual(Object.values(addressesOf(QUESTION)));
    for (const { options } of asked)
      expect(options).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
  });

  test('leaves out the operator that is not known', async () => {
    answers = [() => counted(80, 10)];
    await askOoni(questionOf('MA', null, NOW));
    expect(asked).toHaveLength(2);
  });
});

test.for<[string, () => Response | Promise<Response>, object]>([
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), { problem: 'unreachable' }],
  ['an error of the server', () => said('<h1>Bad gateway</h1>', 502), { problem: 'status' }],
  [
    'a wrong parameter',
    () => Response.json({ msg: 'Invalid axis name', v: 0 }, { status: 400 }),
    { problem: 'status' },
  ],
  ['a page', () => said('<!doctype html><title>Sign in</title>'), { problem: 'not-understood' }],
  ['half an answer', () => said('{"v":0,"result":[{"test_na'), { problem: 'not-understood' }],
  ['nothing', () => said(null), { problem: 'not-understood' }],
  ['another shape', () => Response.json({ v: 0, result: {} }), { problem: 'not-understood' }],
  ['more than anybody needs to say', () => said(`"${'x'.repeat(300_000)}"`), { problem: 'not-understood' }],
  ['more than the world has', () => counted(5000, 5000), { problem: 'not-understood' }],
  [
    'an error that says when to come back',
    () => said('', 503, { 'Retry-After': '7200' }),
    { problem: 'status', notBefore: NOW + 2 * HOUR },
  ],
])('%s is said to be so', async ([, answer, expected]) => {
  answers = [answer];
  expect(await askOoni(QUESTION)).toEqual(expected);
});

test('A server that does not answer is given up, and nothing more is asked', async () => {
  answers = [
    () => counted(3, 37),
    () =>
      new Promise((_, reject) => {
        const { signal } = asked.at(-1)?.options ?? {};
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  ];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), ms);
    return controller.signal;
  });
  const answer = askOoni(QUESTION);
  await vi.advanceTimersByTimeAsync(25_000);
  expect(await answer).toEqual({ problem: 'slow' });
  expect(asked).toHaveLength(2);
});

describe('a quota', () => {
  test.for<[string | undefined, number]>([
    [undefined, HOUR],
    ['5', HOUR],
    ['10800', 3 * HOUR],
    ['99999999', 24 * HOUR],
    [new Date(NOW + 2 * HOUR).toUTCString(), 2 * HOUR],
    ['soon', HOUR],
  ])('that is used up, with Retry-After %s, is left alone for %d ms', async ([after, ms]) => {
    answers = [() => said('{"error":"quota exceeded"}', 429, after === undefined ? {} : { 'Retry-After': after })];
    expect(await askOoni(QUESTION)).toEqual({ problem: 'quota', notBefore: NOW + ms });
    expect(asked).toHaveLength(1);
  });

  test('that ends with a question is not tried with the next', async () => {
    answers = [() => counted(3, 37, { 'X-RateLimit-Remaining': '0' })];
    expect(await askOoni(QUESTION)).toEqual({ problem: 'quota', notBefore: NOW + HOUR });
    expect(asked).toHaveLength(1);
  });

  test.for([
    ['40', NOW + HOUR],
    ['3964', undefined],
    ['-1', undefined],
    ['much', undefined],
  ] as const)('of which %s is left after the last answer', async ([left, notBefore]) => {
    answers = [() => counted(3, 7), () => counted(80, 40), () => counted(900, 90, { 'X-RateLimit-Remaining': left })];
    const answer = await askOoni(QUESTION);
    expect(answer).toHaveProperty('opinion');
    expect(answer.notBefore).toBe(notBefore);
  });
});
