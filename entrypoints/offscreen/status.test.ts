import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StatusFeed } from '../../core/catalogue/runtime.ts';
import { never, refusing, serving } from '../../probes/testing/web.ts';
import { readStatus } from './status.ts';

const STATUS = 'https://status.example/api/v2/status.json';
const OTHER = 'https://other.example/status.json';
const page = (indicator: string) => JSON.stringify({ status: { indicator, description: 'words' } });
const flag = (address: string) =>
  JSON.stringify({ Status: 0, Answer: [{ name: 'x', type: 1, TTL: 60, data: address }] });

const DOH = ['https://one.example/resolve?name={name}&type=A', 'https://two.example/resolve?name={name}&type=A'];
const [ONE, TWO] = DOH.map((url) => url.replace('{name}', 'uptime.example')) as [string, string];

const withFeeds = (id: string, ...statusFeeds: StatusFeed[]) => ({ id, statusFeeds });
const statuspage = (url: string) => ({ url, format: 'statuspage' }) as const;
const demo = withFeeds('demo', statuspage(STATUS));
const both = withFeeds('demo', statuspage(STATUS), statuspage(OTHER));
const flagged = withFeeds('flagged', { url: 'doh:uptime.example', format: 'dns-flag' });

const read = (...services: (typeof demo | typeof flagged)[]) => readStatus({ services, doh: DOH });

afterEach(() => vi.unstubAllGlobals());

describe('a status feed', () => {
  test.for([
    ['major', true],
    ['critical', true],
    ['none', false],
    ['minor', false],
    ['maintenance', false],
  ] as const)('that reports "%s" says of the service that it is out: %s', async ([indicator, out]) => {
    serving({ [STATUS]: page(indicator) });
    expect(await read(demo)).toEqual({ demo: out });
  });

  test('is read without cookies, referrer, cache or redirects', async () => {
    const fetch = serving({ [STATUS]: page('none') });
    await read(demo);
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      STATUS,
      expect.objectContaining({
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      }),
    );
  });

  test('is read in its own form, and speaks for its own service only', async () => {
    const rss = `<rss><channel><item><title>[High disruptions]: x</title><pubDate>${new Date().toUTCString()}</pubDate></item></channel></rss>`;
    serving({ [STATUS]: page('none'), [OTHER]: rss });
    expect(await read(demo, withFeeds('other', { url: OTHER, format: 'meta' }))).toEqual({ demo: false, other: true });
  });

  test('that knows of an outage is believed although another of the same service does not', async () => {
    serving({ [STATUS]: page('none'), [OTHER]: page('major') });
    expect(await read(both)).toEqual({ demo: true });
  });

  test('that says that all is well is not the last word while another of the same service is silent', async () => {
    serving({ [STATUS]: page('none') });
    expect(await read(both)).toEqual({});
  });
});

describe('a feed that can’t be read says nothing', () => {
  const large = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(page('critical')));
    },
    pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(0x20)),
  });
  test.for<[string, BodyInit | Response]>([
    ['an error page', new Response(page('critical'), { status: 503 })],
    ['no JSON', '<html>status: critical</html>'],
    ['cut off', page('critical').slice(0, -3)],
    ['no UTF-8', new Uint8Array([0xff, 0xfe, 0x7b, 0x22])],
    ['another shape', JSON.stringify({ status: 'critical' })],
    ['an indicator that nobody knows', page('purple')],
    ['null', 'null'],
    ['an empty body', new Response(null, { status: 204 })],
    ['without end', new Response(large)],
  ])('%s', async ([, body]) => {
    serving({ [STATUS]: body });
    expect(await read(demo)).toEqual({});
  });

  test('blocked, redirected, or not allowed to be read', async () => {
    refusing();
    expect(await read(demo)).toEqual({});
  });

  test('silent: after four seconds nobody waits for it', async () => {
    never();
    const patience = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    const answer = read(demo);
    expect(timeout).toHaveBeenCalledExactlyOnceWith(4_000);
    patience.abort();
    expect(await answer).toEqual({});
    timeout.mockRestore();
  });
});

describe('with DNS servers that are silent', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), ms);
      return controller.signal;
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  /** Addresses that answer, each after its time in ms; the others are silent. */
  const answers = (pages: Readonly<Record<string, readonly [ms: number, body: string]>>) => {
    const fetch = vi.fn(
      (url: string, { signal }: RequestInit) =>
        new Promise<Response>((resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          const [ms, body] = pages[url] ?? [];
          if (ms !== undefined) setTimeout(() => resolve(new Response(body)), ms);
        }),
    );
    vi.stubGlobal('fetch', fetch);
    return fetch;
  };
  const many = Array.from({ length: 6 }, (_, n) => `https://${n}.example/resolve?name={name}`);

  test('what another service’s page says is told within four seconds all the same', async () => {
    answers({ [STATUS]: [100, page('critical')] });
    const told = vi.fn();
    void readStatus({ services: [flagged, demo], doh: many }).then(told);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(told).toHaveBeenCalledExactlyOnceWith({ demo: true });
  });

  test('the next is asked after a second', async () => {
    const fetch = answers({ [TWO]: [100, flag('127.0.0.2')] });
    const answer = read(flagged);
    await vi.advanceTimersByTimeAsync(999);
    expect(fetch).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(101);
    expect(await answer).toEqual({ flagged: true });
  });

  test('one that was only slow is heard when the others tell nothing', async () => {
    answers({ [ONE]: [1_500, flag('127.0.0.2')] });
    const answer = read(flagged);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await answer).toEqual({ flagged: true });
  });

  test('none is asked when time is up', async () => {
    const fetch = answers({});
    void readStatus({ services: [flagged], doh: many });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fetch).toHaveBeenCalledTimes(4);
  });
});

test('A feed beyond a megabyte and a half is not read to its end', async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(100_000).fill(0x20));
    },
  });
  serving({ [STATUS]: new Response(endless) });
  await read(demo);
  expect(pulled).toBeLessThan(20);
});

describe('a flag in DNS', () => {
  test('is one by its address, for which DNS servers were agreed to: whatever it calls itself, another asks none of them', async () => {
    const fetch = serving({ [STATUS]: page('major') });
    await read(withFeeds('demo', { url: STATUS, format: 'dns-flag' }));
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([STATUS]);
  });

  test('127.0.0.2 is an outage, 127.0.0.1 is none', async () => {
    serving({ [ONE]: flag('127.0.0.2') });
    expect(await read(flagged)).toEqual({ flagged: true });
    serving({ [ONE]: flag('127.0.0.1') });
    expect(await read(flagged)).toEqual({ flagged: false });
  });

  test('is asked of one server while that answers', async () => {
    const fetch = serving({ [ONE]: flag('127.0.0.1'), [TWO]: flag('127.0.0.2') });
    await read(flagged);
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([ONE]);
    expect(fetch.mock.calls[0]?.[1]?.headers).toEqual({ accept: 'application/dns-json' });
  });

  test.for<[string, string | undefined]>([
    ['fails', undefined],
    ['does not know', JSON.stringify({ Status: 3 })],
    ['tells something else', flag('10.0.0.1')],
  ])('is asked of the next server when the first %s', async ([, first]) => {
    const fetch = serving({ ...(first && { [ONE]: first }), [TWO]: flag('127.0.0.2') });
    expect(await read(flagged)).toEqual({ flagged: true });
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([ONE, TWO]);
  });
});
