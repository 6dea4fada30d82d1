import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CALL_STAGES, type CallEnd, type CallProgress, type CallStage, type CallTransport } from '../core/call/call.ts';
import { makeCall } from './call.ts';
import { type CallScript, configurations, leftOpen, play } from './testing/call-world.ts';

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }),
);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const GOOD: CallScript = { relay: 50, ice: 100, dtls: 150, sound: 200 };
const CREDENTIALS = { username: 'caller', credential: 'secret' };

function begin(script: CallScript, { transport = 'udp' as CallTransport, signal = new AbortController().signal } = {}) {
  const page = play(script);
  const progress: CallProgress[] = [];
  const urls = ['turn:relay.example:3478?transport=udp'];
  const ended = makeCall({
    transport,
    urls,
    credentials: CREDENTIALS,
    signal,
    onProgress: (now) => progress.push(now),
  });
  return { ended, progress, page };
}

/** However a call ends: nothing stays open, and no timer runs. */
function nothingLeft(): void {
  expect(leftOpen()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
}

async function run(script: CallScript, transport: CallTransport = 'udp') {
  const { ended, progress } = begin(script, { transport });
  await vi.advanceTimersByTimeAsync(60_000);
  nothingLeft();
  return { call: await ended, progress };
}

describe('a call', () => {
  test('goes through its stages, and ends when it is steady', async () => {
    const { call, progress } = await run(GOOD);
    expect(call).toMatchObject({ transport: 'udp', end: 'works', roundTripMs: 40, jitterMs: 2, loss: 0, stalls: 0 });
    expect(Object.keys(call.reached)).toEqual(CALL_STAGES);
    expect(call.durationMs).toBeLessThan(8_000);
    expect([...new Set(progress.map(({ stage }) => stage))]).toEqual(CALL_STAGES);
    const shares = progress.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(progress.at(-1)?.seconds.length).toBeGreaterThanOrEqual(5);
  });

  test('knows no way but the relay, and takes one place on it for each side', async () => {
    await run(GOOD);
    const server = { urls: ['turn:relay.example:3478?transport=udp'], ...CREDENTIALS };
    const wanted = { iceServers: [server], iceTransportPolicy: 'relay', bundlePolicy: 'max-bundle' };
    expect(configurations).toEqual([wanted, wanted]);
  });

  test.for<[what: string, script: CallScript, end: CallEnd, code: string | undefined, atMost: number]>([
    ['that is refused', { error: { at: 60, code: 401 }, complete: 61 }, 'refused', '401', 100],
    [
      'that is refused over one interface and silent over another',
      { error: { at: 60, code: 486 } },
      'refused',
      '486',
      10_100,
    ],
    ['to a silent relay', {}, 'silent', undefined, 10_100],
    [
      'to a name that does not resolve',
      { error: { at: 50, code: 701, text: 'TURN host lookup received error.' }, complete: 51 },
      'silent',
      '701 lookup',
      100,
    ],
    [
      'with an error of one interface, and a relay over another',
      { ...GOOD, error: { at: 20, code: 701 } },
      'works',
      undefined,
      8_000,
    ],
    ['that this machine can’t ask for', { complete: 20 }, 'untestable', 'no-word', 100],
    ['whose checks are lost', { relay: 50 }, 'no-ice', undefined, 10_200],
    ['whose keys are lost', { relay: 50, ice: 100 }, 'no-dtls', undefined, 10_300],
    ['whose sound is lost', { relay: 50, ice: 100, dtls: 150 }, 'no-media', undefined, 5_300],
    [
      'whose sound the browser holds back',
      { relay: 50, ice: 100, dtls: 150, mute: true },
      'untestable',
      'no-sound',
      5_300,
    ],
    ['that is cut', { ...GOOD, until: 3_200 }, 'cut', undefined, 9_000],
    ['where there is no sound', { throws: 'context' }, 'untestable', 'NotSupportedError', 10],
    ['with an address that the browser does not take', { throws: 'connection' }, 'untestable', 'SyntaxError', 10],
    ['of which the browser tells nothing', { ...GOOD, throws: 'stats' }, 'untestable', 'OperationError', 500],
  ])('%s', async ([, script, end, code, atMost]) => {
    const { call } = await run(script);
    expect(call.end).toBe(end);
    expect(call.code).toBe(code);
    expect(call.durationMs).toBeLessThanOrEqual(atMost);
  });

  test('over TCP or TLS whose relay can’t be connected to without a word is one to a silent relay', async () => {
    expect((await run({ complete: 20 }, 'tcp')).call).toMatchObject({ end: 'silent', code: 'no-word' });
    expect((await run({ complete: 20 }, 'tls')).call).toMatchObject({ end: 'silent', code: 'no-word' });
  });

  test('that never settles ends after twelve seconds of sound', async () => {
    const { call } = await run({ ...GOOD, pause: 3_000 });
    expect(call).toMatchObject({ end: 'poor', stalls: 1 });
    expect(call.durationMs).toBeGreaterThan(12_000);
    expect(call.durationMs).toBeLessThan(13_000);
  });
});

describe('a call that is cancelled', () => {
  const until: Record<CallStage, CallScript> = {
    relay: {},
    ice: { relay: 50 },
    dtls: { relay: 50, ice: 100 },
    'first-packet': { relay: 50, ice: 100, dtls: 150 },
    media: GOOD,
  };
  test.for(CALL_STAGES)('while it waits for %s leaves nothing behind', async (stage) => {
    const cancelled = new AbortController();
    const { ended, progress } = begin(until[stage], cancelled);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(progress.at(-1)?.stage).toBe(stage);
    cancelled.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect((await ended).end).toBe('cancelled');
    nothingLeft();
  });

  test('while the browser hangs ends all the same', async () => {
    const cancelled = new AbortController();
    const { ended } = begin({ hangs: true }, cancelled);
    await vi.advanceTimersByTimeAsync(2_000);
    cancelled.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect((await ended).end).toBe('cancelled');
    nothingLeft();
  });

  test('before it began opens nothing', async () => {
    const { ended } = begin(GOOD, { signal: AbortSignal.abort() });
    await vi.advanceTimersByTimeAsync(0);
    expect((await ended).end).toBe('cancelled');
    expect(configurations).toEqual([]);
    nothingLeft();
  });
});

describe('a call says nothing', () => {
  test('when the browser goes offline in its middle', async () => {
    const { ended, page } = begin(GOOD);
    await vi.advanceTimersByTimeAsync(2_000);
    page.dispatchEvent(new Event('offline'));
    await vi.advanceTimersByTimeAsync(0);
    expect(await ended).toMatchObject({ end: 'interrupted', code: 'offline', mos: null });
    nothingLeft();
  });

  test('when it is on another connection, and not when a mere estimate changes', async () => {
    const line = Object.assign(new EventTarget(), { type: 'wifi' });
    vi.stubGlobal('navigator', { connection: line });
    const { ended } = begin(GOOD);
    await vi.advanceTimersByTimeAsync(2_000);
    line.dispatchEvent(new Event('change'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(leftOpen()).toBeGreaterThan(0);
    line.type = 'cellular';
    line.dispatchEvent(new Event('change'));
    await vi.advanceTimersByTimeAsync(0);
    expect(await ended).toMatchObject({ end: 'interrupted', code: 'network' });
    nothingLeft();
  });

  test('when the machine slept', async () => {
    const { ended } = begin(GOOD);
    await vi.advanceTimersByTimeAsync(2_000);
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await ended).toMatchObject({ end: 'interrupted', code: 'slept' });
    vi.restoreAllMocks();
    nothingLeft();
  });
});
