import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FeedAnswer, type FeedProblem, MAX_FEED_BYTES } from '../../core/feed/feed.ts';
import { edition, feed, NOW, newKey } from '../../core/feed/testing.ts';
import { extension } from '../../probes/testing/extension.ts';
import { fetchFeed } from './feed.ts';

const A = 'https://a.mirror.example/feed.json';
const B = 'https://b.mirror.example/feed.json';
const C = 'https://c.mirror.example/feed.json';

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

/** Mirrors by address; `asked` names them in the order in which they were asked. */
function serve(mirrors: Readonly<Record<string, Mirror>>) {
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const mirror = mirrors[url];
    if (!mirror) return new Response(JSON.stringify({ keys: [key.entry], mirrors: [] }));
    asked.push({ url, init });
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

async function answer(mirrors: Readonly<Record<string, Mirror>>, serial = 6) {
  const asked = serve(mirrors);
  const fetching = fetchFeed(serial, Object.keys(mirrors));
  for (let done = false; !done; ) {
    done = await Promise.race([fetching.then(() => true), vi.advanceTimersByTimeAsync(1_000).then(() => false)]);
  }
  return { asked, ...(await fetching) };
}
const problems = ({ tries }: Pick<FeedAnswer, 'tries'>) => tries.map(({ problem }) => problem);

describe('a mirror with a newer edition', () => {
  test('is where the look ends', async () => {
    const told = await answer({ [A]: file(good), [B]: file(good), [C]: file(good) });
    expect(told.edition).toEqual(edition());
    expect(told.key).toBe(key.id);
    expect(told.tries).toEqual([{ mirror: told.asked[0]?.url, problem: null, serial: 7 }]);
    expect(told.asked).toHaveLength(1);
  });

  test('is asked without cookies or referrer, follows nobody, and asks whether the file has changed', async () => {
    const { asked } = await answer({ [A]: file(good) });
    const { signal, ...init } = asked[0]?.init ?? {};
    expect(init).toEqual({
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  test('is found behind those that have none, each of which is named', async () => {
    const told = await answer({ [A]: failing, [B]: status(500), [C]: file(good) });
    expect(told.edition).toEqual(edition());
    expect(told.tries.at(-1)).toEqual({ mirror: C, problem: null, serial: 7 });
    const others = told.tries.slice(0, -1);
    expect(others).toEqual(others.map(({ mirror }) => ({ mirror, problem: mirror === A ? 'unreachable' : 'status' })));
  });
});

test('Mirrors are asked in random order', async () => {
  const first = new Set<string | undefined>();
  for (let time = 0; time < 60; time++) {
    const { asked } = await answer({ [A]: file(good), [B]: file(good), [C]: file(good) });
    first.add(asked[0]?.url);
  }
  expect(first).toEqual(new Set([A, B, C]));
});

test('The edition that is here ends the look as well, and brings nothing', async () => {
  const told = await answer({ [A]: file(good) }, 7);
  expect(told).toMatchObject({ edition: null, tries: [{ mirror: A, problem: null, serial: 7 }] });
});

test('It does not once it has expired: whoever holds it back then is no longer the last to be asked', async () => {
  const newer = new Uint8Array(await feed({ serial: 8, issuedOn: '2027-02-01', expiresOn: '2027-04-01' }, key));
  for (let day = 0; day < 12; day++) {
    vi.setSystemTime(Date.parse('2027-02-02'));
    expect((await answer({ [A]: file(good), [B]: file(newer) }, 7)).edition?.serial).toBe(8);
  }
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
    const told = await answer({ [A]: mirror() }, problem === 'old-serial' ? 8 : 6);
    expect(problems(told)).toEqual([problem]);
    expect(told.edition).toBeNull();
    expect(told).not.toHaveProperty('key');
  });

  test('that never ends: it is cut off', async () => {
    const { body, told } = endless();
    expect(problems(await answer({ [A]: file(body) }))).toEqual(['too-large']);
    expect(told.isCancelled).toBe(true);
    expect(told.chunks).toBeLessThanOrEqual(MAX_FEED_BYTES / 10_000 + 2);
  });

  test('and three silent ones are told of before a background that waits for them is ended', async () => {
    const began = Date.now();
    expect(problems(await answer({ [A]: silent, [B]: stalled, [C]: silent }))).toEqual(Array(3).fill('unreachable'));
    expect(Date.now() - began).toBeLessThanOrEqual(26_000);
  });
});

test('A file of just as many bytes as may be is read', async () => {
  const full = new Uint8Array(MAX_FEED_BYTES).fill(0x20);
  full.set(good);
  expect(problems(await answer({ [A]: file(full) }))).toEqual([null]);
});
