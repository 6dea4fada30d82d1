import { afterEach, describe, expect, test, vi } from 'vitest';
import { controls } from '../core/catalogue/files.ts';
import { refusing, serving } from './testing/web.ts';
import { askWebExit, TRACE } from './web-exit.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const trace = (ip: string, warp = 'off') => `fl=1f1\nh=cp.cloudflare.com\nip=${ip}\nts=1.1\nloc=MA\nwarp=${warp}\n`;
const answered = (body: BodyInit | Response) => {
  serving({ [TRACE]: body });
  return askWebExit();
};

describe('the question', () => {
  test('goes to a host that every check may ask anyway', () => {
    const hosts = controls().flatMap(({ kind, url }) => (kind === 'https' ? [new URL(url).host] : []));
    expect(hosts).toContain(new URL(TRACE).host);
  });

  test('carries no cookies, no referrer, nothing from the cache, and follows no redirect', async () => {
    const fetch = serving({ [TRACE]: trace('192.0.2.7') });
    await askWebExit();
    expect(fetch).toHaveBeenCalledExactlyOnceWith(TRACE, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    });
  });
});

describe('an answer', () => {
  test.for([
    ['192.0.2.7', 'off', false],
    ['2001:db8::7', 'on', true],
    ['192.0.2.7', 'plus', true],
  ] as const)(
    'tells the address %s, and with warp=%s whether Cloudflare’s VPN is on: %s',
    async ([address, word, warp]) => {
      expect(await answered(trace(address, word))).toEqual({ address, warp });
    },
  );

  test.for<[what: string, body: () => BodyInit | Response]>([
    ['without an address', () => 'fl=1f1\nloc=MA\n'],
    ['whose address is none', () => trace('stun.example')],
    ['with more than an address', () => trace('192.0.2.7 or so')],
    ['that is a page', () => '<!doctype html><title>Sign in</title>'],
    ['that is an error', () => new Response(trace('192.0.2.7'), { status: 403 })],
    ['longer than any such answer', () => trace('192.0.2.7').padEnd(4_001)],
  ])('%s tells nothing', async ([, body]) => {
    expect(await answered(body())).toBeNull();
  });
});

test('Without the permission to read it, nothing is told', async () => {
  refusing();
  expect(await askWebExit()).toBeNull();
});

test('Nobody waits longer than three seconds', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => Promise.reject(signal?.reason));
  expect(await askWebExit()).toBeNull();
  expect(timeout).toHaveBeenCalledExactlyOnceWith(3_000);
});
