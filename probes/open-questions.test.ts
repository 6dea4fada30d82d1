import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Observation } from '../core/evidence/observation.ts';
import { earsOf, type Listener, registerEars } from '../platform/ears.ts';
import { askIce } from './ice.ts';
import { plan } from './plan.ts';
import { CONTROLS, endpoint, service } from './testing/catalogue.ts';
import { signInFakedTime } from './testing/crypto.ts';
import { extension } from './testing/extension.ts';
import { answers, type Fate, fails, observation, role, SILENCE, surveyed } from './testing/network.ts';
import { complete, error, FakePeerConnection, host, replay, srflx } from './testing/peer-connection.ts';
import { explain } from './web-request.ts';

/**
 * What should be true and is not yet. Each is expected to fail; one that begins to pass fails here, and then moves, without its `fails`,
 * to the tests of its part.
 */

const WEB = 'https://web.example/';
const STUN = 'stun:relay.example:3478';
const UDP = 'turn:relay.example:3478?transport=udp';
const TCP = 'turn:relay.example:443?transport=tcp';
const kindOf = (url: string) => CONTROLS.find((control) => control.url === url)?.kind;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a survey', () => {
  const ofMedia = (...tiers: string[][]) => ({ controls: CONTROLS, roles: [role('a/media', tiers)] });

  test.fails('tries another way to a service that fails faster than any control can answer', async () => {
    const { question } = await surveyed(ofMedia([UDP], [TCP]), (url) => (url === UDP ? fails(5) : answers(40)));
    expect(question(TCP)).toMatchObject({ outcome: 'answered' });
  });

  test.fails('tries relays over TCP where UDP is shut on a long line', async () => {
    const { question } = await surveyed({ controls: CONTROLS, roles: [] }, (url) =>
      kindOf(url) === 'stun' ? SILENCE : answers(2_000),
    );
    expect(question('turn:relay.control.example:443?transport=tcp')).toBeDefined();
  });

  test.fails('asks again what one role let go and another needs later', async () => {
    const [one, two] = [role('a/media', [[STUN, UDP]]), role('b/media', [[TCP], [UDP]])];
    const fate = (url: string): Fate => (url === UDP ? answers(900) : url === TCP ? fails(600) : answers(40));
    const { observations } = await surveyed({ controls: CONTROLS, roles: [one, two] }, fate);
    expect(observations.get(UDP)?.outcome).toBe('answered');
  });

  test.fails('takes a slow name server for no long line: it ends in time, and calls silence by its name', async () => {
    const targets = [role('a/signalling', [[WEB]]), role('a/media', [[UDP], [TCP]])];
    const { observations, tookMs } = await surveyed(
      { controls: CONTROLS, roles: targets },
      (url) => (kindOf(url) ? answers(4_000) : SILENCE),
      { cancelAfter: 24_000 },
    );
    expect(observations.get(TCP)?.outcome).toBe('silent');
    expect(tookMs).toBeLessThan(20_000);
  });

  test.fails('leaves no timer running when it ends', async () => {
    await surveyed(ofMedia([UDP]), () => answers(40));
    expect(vi.getTimerCount()).toBe(0);
  });
});

test.fails('A light round asks a relay whose silence would count, not only the bindings beside it', () => {
  const urls = ['stun:a.example:1', 'stun:b.example:1', 'turn:a.example:1?transport=udp'];
  const chat = service(
    'chat',
    urls.map((url) => endpoint('media', url)),
  );
  for (const turn of [0, 1, 2]) {
    const [media] = plan([chat], CONTROLS, 'light', () => true, turn).roles;
    expect(media?.tiers[0]?.some((url) => media.relaysWithVote.has(url))).toBe(true);
  }
});

describe('a STUN answer', () => {
  async function ask(patience: number): Promise<Observation> {
    const controller = new AbortController();
    setTimeout(() => controller.abort('silent'), patience);
    const answer = askIce(STUN, 'salt', controller.signal);
    await vi.advanceTimersByTimeAsync(5_000);
    return answer;
  }

  test.fails('is not lost on a busy machine, whose fingerprint takes longer than the end of gathering', async () => {
    replay(host(), error(9, 701, 'STUN host lookup received error.'), srflx(100), complete(120));
    signInFakedTime(80);
    expect((await ask(2_200)).outcome).toBe('answered');
  });

  test.fails('is not lost when time is up while its fingerprint is made', async () => {
    replay(host(), srflx(2_150));
    signInFakedTime(80);
    expect((await ask(2_200)).outcome).toBe('answered');
  });

  test.fails('is not what a private address without a word shows: no server on the internet can have seen it', async () => {
    replay(host(), complete(121));
    signInFakedTime();
    expect((await ask(2_200)).outcome).not.toBe('answered');
  });

  test.fails('that could not be asked for is inconclusive, wherever the browser throws', async () => {
    replay();
    vi.spyOn(FakePeerConnection.prototype, 'createDataChannel').mockImplementation(() => {
      throw new DOMException('no', 'OperationError');
    });
    const seen = await askIce(STUN, 'salt', new AbortController().signal).catch(() => null);
    expect(seen).toMatchObject({ outcome: 'inconclusive' });
    expect(FakePeerConnection.made[0]?.closed).toHaveBeenCalledOnce();
  });
});

describe('what the browser tells of a request', () => {
  const PORTAL = 'http://portal.control.example/';

  test.fails('that a portal took over, from a private address, is the very answer that finds the portal', () => {
    const heard = { status: 200, ip: '10.0.0.1', redirectedTo: 'http://login.gateway.example/' };
    expect(explain(observation(PORTAL, 'answered'), heard)).toMatchObject({ outcome: 'answered', redirected: true });
  });

  test.fails.for([
    'net::ERR_INTERNET_DISCONNECTED',
    'net::ERR_NETWORK_CHANGED',
    'net::ERR_NETWORK_IO_SUSPENDED',
    'net::ERR_BLOCKED_BY_CLIENT',
    'net::ERR_PROXY_CONNECTION_FAILED',
    'net::ERR_INSUFFICIENT_RESOURCES',
    'NS_ERROR_OFFLINE',
    'NS_ERROR_PROXY_CONNECTION_REFUSED',
  ])('and has its cause on this machine, %s, says nothing about the server', (cause) => {
    expect(explain(observation(WEB, 'failed'), { error: cause })).toMatchObject({ outcome: 'inconclusive' });
  });

  test.fails('that Firefox ended itself is no TLS error', () => {
    expect(explain(observation(WEB, 'failed'), { error: 'NS_BINDING_ABORTED' }).code).not.toBe('tls error');
  });

  test.fails('is not taken from a page’s own service worker, which has no tab either', async () => {
    const browser = extension();
    const listeners = new Set<Listener>();
    registerEars(listeners);
    const hearing = earsOf(listeners).listen(WEB);
    browser.webRequest.onErrorOccurred.fire({
      url: WEB,
      tabId: -1,
      timeStamp: Date.now(),
      initiator: 'https://web.example',
      originUrl: 'https://web.example/sw.js',
      error: 'net::ERR_FAILED',
    });
    const heard = hearing.heard();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await heard).toEqual({});
  });
});
