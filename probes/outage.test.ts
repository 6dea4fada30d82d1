import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Service, StatusFeed } from '../core/catalogue/runtime.ts';
import { outageReader } from './outage.ts';
import { service } from './testing/catalogue.ts';
import { never, refusing, serving } from './testing/web.ts';

const STATUS = 'https://status.example/api/v2/status.json';
const page = (indicator: string) => JSON.stringify({ status: { indicator, description: 'words' } });
const flag = (address: string) =>
  JSON.stringify({ Status: 0, Answer: [{ name: 'x', type: 1, TTL: 60, data: address }] });

const DOH = ['https://one.example/resolve?name={name}&type=A', 'https://two.example/resolve?name={name}&type=A'];
const [ONE, TWO] = DOH.map((url) => url.replace('{name}', 'uptime.example')) as [string, string];

const withFeeds = (id: string, ...statusFeeds: StatusFeed[]): Service => service(id, [], { statusFeeds });
const demo = withFeeds('demo', { url: STATUS, format: 'statuspage' });
const flagged = withFeeds('flagged', { url: 'doh:uptime.example', format: 'dns-flag' });

/** Asks with nothing known from before. */
const read = async (services: readonly Service[], signal = new AbortController().signal) => [
  ...(await outageReader(DOH)(services, signal)),
];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a status feed', () => {
  test.for(['major', 'critical'])('that reports a %s incident excuses the service', async (indicator) => {
    serving({ [STATUS]: page(indicator) });
    expect(await read([demo])).toEqual(['demo']);
  });

  test.for(['none', 'minor', 'maintenance'])('that reports %s excuses nothing', async (indicator) => {
    serving({ [STATUS]: page(indicator) });
    expect(await read([demo])).toEqual([]);
  });

  test('is read without cookies, referrer, cache or redirects', async () => {
    const fetch = serving({ [STATUS]: page('none') });
    await read([demo]);
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      STATUS,
      expect.objectContaining({
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        headers: { accept: 'application/json' },
      }),
    );
  });

  test('of a service that has none is not looked for', async () => {
    const fetch = serving({});
    expect(await read([withFeeds('silent')])).toEqual([]);
    expect(await read([])).toEqual([]);
    expect(fetch).not.toHaveBeenCalled();
  });

  test('speaks for its own service only', async () => {
    const other = 'https://other.example/status.json';
    serving({ [STATUS]: page('critical'), [other]: page('none') });
    expect(await read([demo, withFeeds('other', { url: other, format: 'statuspage' })])).toEqual(['demo']);
  });

  test('that knows of an outage is believed although another of the same service does not', async () => {
    const other = 'https://other.example/status.json';
    serving({ [STATUS]: page('none'), [other]: page('major') });
    const both = withFeeds('both', { url: STATUS, format: 'statuspage' }, { url: other, format: 'statuspage' });
    expect(await read([both])).toEqual(['both']);
  });
});

describe('a feed that can’t be read excuses nothing', () => {
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
    expect(await read([demo])).toEqual([]);
  });

  test('blocked, or redirected', async () => {
    refusing();
    expect(await read([demo])).toEqual([]);
  });

  test('silent: after four seconds nobody waits for it', async () => {
    never();
    const patience = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    const answer = read([demo]);
    expect(timeout).toHaveBeenCalledExactlyOnceWith(4_000);
    patience.abort();
    expect(await answer).toEqual([]);
    timeout.mockRestore();
  });

  test('in a round that has been ended', async () => {
    never();
    const round = new AbortController();
    const answer = read([demo], round.signal);
    round.abort();
    expect(await answer).toEqual([]);
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
  await read([demo]);
  expect(pulled).toBeLessThan(20);
});

describe('a flag in DNS', () => {
  test('127.0.0.2 is an outage, 127.0.0.1 is none', async () => {
    serving({ [ONE]: flag('127.0.0.2') });
    expect(await read([flagged])).toEqual(['flagged']);
    serving({ [ONE]: flag('127.0.0.1') });
    expect(await read([flagged])).toEqual([]);
  });

  test('is asked of one server while that answers', async () => {
    const fetch = serving({ [ONE]: flag('127.0.0.1'), [TWO]: flag('127.0.0.2') });
    await read([flagged]);
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([ONE]);
    expect(fetch.mock.calls[0]?.[1]?.headers).toEqual({ accept: 'application/dns-json' });
  });

  test.for<[string, BodyInit | undefined]>([
    ['fails', undefined],
    ['does not know', JSON.stringify({ Status: 3 })],
    ['tells something else', flag('10.0.0.1')],
  ])('is asked of the next server when the first %s', async ([, first]) => {
    const fetch = serving({ ...(first && { [ONE]: first }), [TWO]: flag('127.0.0.2') });
    expect(await read([flagged])).toEqual(['flagged']);
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([ONE, TWO]);
  });
});
