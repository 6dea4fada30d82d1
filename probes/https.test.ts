import { afterEach, describe, expect, test, vi } from 'vitest';
import { askHttps } from './https.ts';
import type { Stop } from './stop.ts';
import { answering, hearing, never, refusing } from './testing/web.ts';

const URL = 'https://web.example/';

afterEach(() => void vi.unstubAllGlobals());

const ask = (url = URL, signal = new AbortController().signal, ears = null as Parameters<typeof askHttps>[2]) =>
  askHttps(url, signal, ears);

describe('a request', () => {
  test('asks for the head alone, and carries no cookie, no referrer and nothing from the cache', async () => {
    const fetch = answering();
    await ask();
    expect(fetch).toHaveBeenCalledOnce();
    expect(fetch).toHaveBeenCalledWith(URL, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'follow',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    });
  });

  test('is dropped as soon as its head has come', async () => {
    const fetch = answering();
    await ask();
    expect(fetch.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });

  test('is ended with the question', async () => {
    const fetch = never();
    const controller = new AbortController();
    const answer = ask(URL, controller.signal);
    controller.abort('silent' satisfies Stop);
    await answer;
    expect(fetch.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });

  test('is not made when the question has ended before', async () => {
    const fetch = answering();
    expect(await ask(URL, AbortSignal.abort('cancelled' satisfies Stop))).toMatchObject({
      outcome: 'inconclusive',
      code: 'cancelled',
    });
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('without host permission', () => {
  test('an opaque answer proves the path, and nothing more is known', async () => {
    answering();
    const observation = await ask();
    expect(observation).toMatchObject({
      url: URL,
      probe: 'https',
      transport: 'tls',
      outcome: 'answered',
      depth: 'application',
    });
    for (const absent of ['status', 'mechanism', 'code', 'redirected']) expect(observation).not.toHaveProperty(absent);
  });

  test('an error is a failure of unknown kind', async () => {
    refusing();
    const observation = await ask();
    expect(observation).toMatchObject({ outcome: 'failed', mechanism: 'unknown', depth: 'none' });
    expect(observation).not.toHaveProperty('code');
  });

  test.for([
    ['silent', { outcome: 'silent', code: 'timeout', mechanism: 'unknown' }],
    ['not-needed', { outcome: 'inconclusive', code: 'not-needed' }],
    ['cancelled', { outcome: 'inconclusive', code: 'cancelled' }],
  ] as const)('a question ended as %s is no failure', async ([stop, seen]) => {
    never();
    const controller = new AbortController();
    const answer = ask(URL, controller.signal);
    controller.abort(stop satisfies Stop);
    expect(await answer).toMatchObject(seen);
  });

  test('a plain address is asked over TCP', async () => {
    answering();
    expect(await ask('http://portal.example/')).toMatchObject({ transport: 'tcp', outcome: 'answered' });
  });
});

describe('with host permission', () => {
  test('a failure is told with what was heard of it', async () => {
    refusing();
    const ears = hearing({ error: 'net::ERR_CONNECTION_RESET' });
    expect(await ask(URL, undefined, ears)).toMatchObject({
      outcome: 'failed',
      depth: 'transport',
      mechanism: 'tls.reset',
      code: 'net::ERR_CONNECTION_RESET',
    });
  });

  test('an answer is told with its status', async () => {
    answering();
    expect(await ask(URL, undefined, hearing({ status: 200, ip: '203.0.113.10' }))).toMatchObject({
      outcome: 'answered',
      status: 200,
    });
  });

  test('our own end of the request is no mechanism', async () => {
    never();
    const controller = new AbortController();
    const answer = ask(URL, controller.signal, hearing({ error: 'net::ERR_ABORTED' }));
    controller.abort('silent' satisfies Stop);
    expect(await answer).toMatchObject({ outcome: 'silent', mechanism: 'unknown', code: 'timeout', depth: 'none' });
  });

  test.for<Stop>(['not-needed', 'cancelled'])('a question ended as %s is not explained', async (stop) => {
    never();
    const controller = new AbortController();
    const ears = hearing({ error: 'NS_BINDING_ABORTED', ip: '10.0.0.1' });
    const answer = ask(URL, controller.signal, ears);
    controller.abort(stop);
    expect(await answer).toMatchObject({ outcome: 'inconclusive', code: stop, depth: 'none' });
    expect(await answer).not.toHaveProperty('mechanism');
  });

  test('listening begins before the request and ends with it, however it ends', async () => {
    const ears = hearing({ status: 200 });
    const fetch = answering();
    await ask(URL, undefined, ears);
    expect(ears.listen.mock.invocationCallOrder[0]).toBeLessThan(fetch.mock.invocationCallOrder[0] ?? 0);
    refusing();
    await ask(URL, undefined, ears);
    never();
    const controller = new AbortController();
    const last = ask(URL, controller.signal, ears);
    controller.abort('not-needed' satisfies Stop);
    await last;
    expect(ears.listen).toHaveBeenCalledTimes(3);
    expect(ears.close).toHaveBeenCalledTimes(3);
  });

  test('the wait for late news does not count as the server’s time', async () => {
    vi.useFakeTimers();
    answering(40);
    const ears = hearing({ status: 200 }, 150);
    const answer = ask(URL, undefined, ears);
    await vi.advanceTimersByTimeAsync(200);
    expect((await answer).durationMs).toBe(40);
    vi.useRealTimers();
  });
});
