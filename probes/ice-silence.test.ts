import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Observation } from '../core/evidence/observation.ts';
import { askIce } from './ice.ts';
import type { Stop } from './stop.ts';
import { signInFakedTime } from './testing/crypto.ts';
import { complete, error, FakePeerConnection, host, replay, srflx } from './testing/peer-connection.ts';

const STUN = 'stun:stun.example:3478';
const TURN = 'turn:relay.example:3478?transport=udp';
const TURN_TCP = 'turn:relay.example:443?transport=tcp';
const LITERAL_TCP = 'turn:192.0.2.7:443?transport=tcp';
const TURNS = 'turns:relay.example:443';

const STUN_LOOKUP = 'STUN host lookup received error.';
const TURN_LOOKUP = 'TURN host lookup received error.';
const REFUSED = 'Failed to establish connection';

beforeEach(() => {
  vi.useFakeTimers();
  signInFakedTime();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function ask(url: string, patience = 2_200, stop: Stop = 'silent'): Promise<Observation> {
  const controller = new AbortController();
  setTimeout(() => controller.abort(stop), patience);
  const answer = askIce(url, 'salt', controller.signal);
  await vi.advanceTimersByTimeAsync(patience + 1);
  for (const made of FakePeerConnection.made) expect(made.closed).toHaveBeenCalledOnce();
  return answer;
}

describe('a server that says nothing', () => {
  test.for([
    ['a dropped binding', STUN, [host()]],
    ['a dropped allocation', TURN, []],
    ['one interface that can’t ask, and silence on the other', STUN, [host(), error(9, 701, STUN_LOOKUP)]],
    ['a relay’s lookup that fails for one family', TURN, [error(9, 701, TURN_LOOKUP), error(9, 701, STUN_LOOKUP)]],
    ['Firefox’s own 701 long after', STUN, [host(1, 'a1b2c3d4.local'), error(11_100, 701), complete(11_100)]],
    ['Chromium’s own 701 long after', STUN, [host(), error(39_900, 701, 'STUN binding request timed out.')]],
  ] as const)('is waited for until the deadline: %s', async ([, url, script]) => {
    replay(...script);
    expect(await ask(url)).toMatchObject({
      outcome: 'silent',
      code: 'timeout',
      durationMs: 2_200,
      depth: 'none',
      mechanism: 'udp.timeout',
    });
  });

  test('over TCP is silent too, and nobody knows where it stopped', async () => {
    replay();
    expect(await ask(TURN_TCP, 4_000)).toMatchObject({ outcome: 'silent', mechanism: 'unknown', depth: 'none' });
  });
});

describe('a server that fails', () => {
  test('is a missing name as soon as every lookup has failed', async () => {
    replay(host(), error(9, 701, STUN_LOOKUP), error(9, 701, STUN_LOOKUP), complete(120));
    expect(await ask(STUN)).toMatchObject({
      outcome: 'failed',
      mechanism: 'dns.missing',
      code: '701 lookup',
      depth: 'none',
      durationMs: 120,
    });
  });

  test('is not a missing name when only one of its errors is a lookup', async () => {
    replay(error(8, 701, TURN_LOOKUP), error(65, 701, REFUSED), complete(120));
    expect(await ask(TURN_TCP)).toMatchObject({ outcome: 'failed', mechanism: 'unknown', code: '701' });
  });

  test('by Firefox’s wordless 701 is a failure of unknown kind', async () => {
    replay(host(1, 'a1b2c3d4.local'), error(10, 701), complete(10));
    expect(await ask(STUN)).toMatchObject({ outcome: 'failed', mechanism: 'unknown', code: '701' });
  });

  test('over TCP at an address is a refused connection', async () => {
    replay(error(65, 701, REFUSED, { url: LITERAL_TCP }), complete(120));
    expect(await ask(LITERAL_TCP)).toMatchObject({ outcome: 'failed', mechanism: 'tcp.reset', depth: 'none' });
  });

  test.for([TURN_TCP, TURNS])('over TCP at a name may be the name or the connection: %s', async (url) => {
    replay(error(65, 701, REFUSED, { url }), complete(120));
    expect(await ask(url)).toMatchObject({ outcome: 'failed', mechanism: 'unknown', depth: 'none' });
  });

  test.for([LITERAL_TCP, TURNS])('after it was connected was no refused connection: %s', async (url) => {
    replay(error(65, 701, REFUSED, { address: '10.77.0.x', url }), complete(120));
    expect(await ask(url)).toMatchObject({ outcome: 'failed', mechanism: 'unknown', depth: 'transport' });
  });
});

describe('a question that was never put says nothing', () => {
  test('no WebRTC in this browser', async () => {
    replay();
    vi.stubGlobal('RTCPeerConnection', undefined);
    expect(await ask(STUN)).toMatchObject({ outcome: 'inconclusive', code: 'no-webrtc' });
  });

  test('too many peer connections', async () => {
    const fake = replay();
    fake.refusal = new DOMException('Cannot create so many PeerConnections', 'UnknownError');
    expect(await ask(STUN)).toMatchObject({ outcome: 'inconclusive', code: 'UnknownError' });
  });

  test('a channel that can’t be made, and the connection is closed', async () => {
    replay();
    vi.spyOn(FakePeerConnection.prototype, 'createDataChannel').mockImplementation(() => {
      throw new DOMException('no', 'OperationError');
    });
    expect(await ask(STUN)).toMatchObject({ outcome: 'inconclusive', code: 'OperationError' });
    expect(FakePeerConnection.made).toHaveLength(1);
  });

  test('an offer that fails', async () => {
    const fake = replay();
    fake.offer = () => Promise.reject(new DOMException('closed', 'InvalidStateError'));
    expect(await ask(STUN)).toMatchObject({ outcome: 'inconclusive', code: 'error' });
  });

  test('WebRTC held back: gathering ends at once with nothing to send from', async () => {
    replay(complete(121));
    expect(await ask(STUN)).toMatchObject({ outcome: 'inconclusive', code: 'no-candidates', durationMs: 121 });
  });

  test('no interface is up: nothing to send from, and no end', async () => {
    replay();
    expect(await ask(STUN)).toMatchObject({ outcome: 'inconclusive', code: 'no-candidates' });
  });

  test('gathering that ends without a word', async () => {
    replay(host(1, 'a1b2c3d4.local'), complete(121));
    expect(await ask(STUN)).toMatchObject({ outcome: 'inconclusive', code: 'no-word' });
    // What Chromium does with a port that it forbids.
    replay(complete(121));
    expect(await ask('turn:192.0.2.7:22?transport=tcp')).toMatchObject({ outcome: 'inconclusive', code: 'no-word' });
  });
});

describe('a question that was ended early', () => {
  test.for<Stop>(['not-needed', 'cancelled'])('says nothing: %s', async (stop) => {
    replay(host());
    const observation = await ask(STUN, 300, stop);
    expect(observation).toMatchObject({ outcome: 'inconclusive', code: stop, durationMs: 300 });
    expect(observation.mechanism).toBeUndefined();
  });

  test('before it began makes no connection', async () => {
    const { made } = replay(srflx(1));
    expect(await askIce(STUN, 'salt', AbortSignal.abort('cancelled' satisfies Stop))).toMatchObject({
      outcome: 'inconclusive',
      code: 'cancelled',
    });
    expect(made).toHaveLength(0);
  });

  test('is not changed by an answer that comes too late', async () => {
    replay(host(), srflx(2_300));
    expect((await ask(STUN)).outcome).toBe('silent');
  });
});
