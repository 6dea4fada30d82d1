import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FeedProblem, type FeedQuestion, MAX_FEED_BYTES } from '../../core/feed/feed.ts';
import { edition, feed, NOW, newKey } from '../../core/feed/testing.ts';
import { extension } from '../../probes/testing/extension.ts';
import { fetchFeed } from './feed.ts';

const A = 'https://a.mirror.example/feed.json';

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
type Mirror = (init: RequestInit) => Promise<Response> | Response;

let key: Awaited<ReturnType<typeof newKey>>;
let good: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  key = await newKey();
  good = new Uint8Array(await feed({}, key));
});
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  // Signals of time-outs are the runtime's own, and do not hear of faked time.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), ms);
    return controller.signal;
  });
  extension();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The requests that the mirror hears. */
function serve(mirror: Mirror) {
  const asked: RequestInit[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (url !== A) return new Response(JSON.stringify({ keys: [key.entry], mirrors: [] }));
    asked.push(init);
    return mirror(init);
  });
  return asked;
}
const file =
  (body: Body, init?: ResponseInit): Mirror =>
  () =>
    new Response(body, init);
const failing: Mirror = () => Promise.reject(new TypeError('Failed to fetch'));
/** Says nothing until the request is given up. */
const silent: Mirror = ({ signal }) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
const status = (code: number) => file('Gone', { status: code });

/** A body that goes on for as long as somebody reads it. */
function endless() {
  const told = { chunks: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      told.chunks++;
      controller.enqueue(new Uint8Array(10_000).fill(0x20));
    },
    cancel() {
      told.isCancelled = true;
    },
  });
  return { body, told };
}
/** A body that sends its beginning, and then nothing. */
const stalled: Mirror = ({ signal }) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(good.slice(0, 100));
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    }),
  );
const brokenOff: Mirror = () =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(good.slice(0, 100)),
      pull: (controller) => controller.error(new TypeError('network error')),
    }),
  );
const redirect: Mirror = () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });

async function answer(mirror: Mirror, question: Partial<FeedQuestion> = {}) {
  const asked = serve(mirror);
  const fetching = fetchFeed({ mirror: A, serial: 6, isKnown: true, ...question });
  for (let done = false; !done; ) {
    done = await Promise.race([fetching.then(() => true), vi.advanceTimersByTimeAsync(1_000).then(() => false)]);
  }
  return { asked, told: await fetching };
}
const problem = async (mirror: Mirror) => (await answer(mirror)).told.problem;

describe('a mirror with a newer edition', () => {
  test('brings it, with the key that signed it', async () => {
    const { told, asked } = await answer(file(good));
    expect(told).toEqual({ mirror: A, problem: null, serial: 7, edition: edition(), key: key.id });
    expect(asked).toHaveLength(1);
  });

  test('is asked without cookies or referrer, follows nobody, and asks whether the file has changed', async () => {
    const { asked } = await answer(file(good), { isKnown: true });
    const { signal, ...init } = asked[0] ?? {};
    expect(init).toEqual({
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  test('is shown no tag of a copy that the browser has from before', async () => {
    const { asked } = await answer(file(good), { isKnown: false });
    expect(asked[0]?.cache).toBe('reload');
  });
});

test('The edition that is here is a good file, and brings nothing', async () => {
  const { told } = await answer(file(good), { serial: 7 });
  expect(told).toMatchObject({ edition: null, problem: null, serial: 7 });
});

test('It is none once it has expired: whoever holds it back then is no longer the last to be asked', async () => {
  vi.setSystemTime(Date.parse('2027-02-02'));
  const { told } = await answer(file(good), { serial: 7 });
  expect(told).toEqual({ mirror: A, edition: null, problem: 'expired', serial: 7 });
});

describe('nothing comes of a mirror', () => {
  test.for<[what: string, mirror: () => Mirror, problem: FeedProblem]>([
    ['that can’t be reached, or may not be read across origins', () => failing, 'unreachable'],
    ['that says nothing', () => silent, 'unreachable'],
    ['that stops half way', () => stalled, 'unreachable'],
    ['whose connection breaks', () => brokenOff, 'unreachable'],
    ['that leads elsewhere', () => redirect, 'redirected'],
    ['that has no such file', () => status(404), 'status'],
    ['that is out of order', () => status(500), 'status'],
    ['with a part of the file', () => file(good, { status: 206 }), 'status'],
    ['with an empty file', () => file(''), 'not-a-feed'],
    ['with a page', () => file('<!doctype html>', { headers: { 'content-type': 'text/html' } }), 'not-a-feed'],
    ['with half of the file', () => file(good.slice(0, good.length / 2)), 'not-a-feed'],
    ['with an older edition', () => file(good), 'old-serial'],
  ])('%s', async ([, mirror, problem]) => {
    const { told } = await answer(mirror(), { serial: problem === 'old-serial' ? 8 : 6 });
    expect(told).toEqual({ mirror: A, edition: null, problem, ...(problem === 'old-serial' && { serial: 7 }) });
  });

  test('that never ends: it is cut off', async () => {
    const { body, told } = endless();
    expect(await problem(file(body))).toBe('too-large');
    expect(told.isCancelled).toBe(true);
    expect(told.chunks).toBeLessThanOrEqual(MAX_FEED_BYTES / 10_000 + 2);
  });

  test.for([silent, stalled])(
    'and three silent ones are told of before an idle background is ended',
    async (mirror) => {
      const began = Date.now();
      for (const _ of 'abc') expect(await problem(mirror)).toBe('unreachable');
      expect(Date.now() - began).toBeLessThanOrEqual(26_000);
    },
  );
});

test('A file of just as many bytes as may be is read', async () => {
  const full = new Uint8Array(MAX_FEED_BYTES).fill(0x20);
  full.set(good);
  expect(await problem(file(full))).toBeNull();
});
