import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Observation } from '../core/evidence/observation.ts';
import { askIce } from './ice.ts';
import type { Stop } from './stop.ts';
import { signInFakedTime } from './testing/crypto.ts';
import {
  ADDRESSES,
  complete,
  error,
  FakePeerConnection,
  type GatheringEvent,
  host,
  relay,
  replay,
  srflx,
} from './testing/peer-connection.ts';

const STUN = 'stun:stun.example:3478';
const TURN = 'turn:relay.example:3478?transport=udp';
const TURN_TCP = 'turn:relay.example:443?transport=tcp';
const TURNS = 'turns:relay.example:443';
const SALT = 'salt';

beforeEach(() => {
  vi.useFakeTimers();
  signInFakedTime();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Asks, and gives up with `stop` after `patience` ms. */
async function ask(url: string, patience = 2_200, stop: Stop = 'silent'): Promise<Observation> {
  const controller = new AbortController();
  setTimeout(() => controller.abort(stop), patience);
  const answer = askIce(url, SALT, controller.signal);
  await vi.advanceTimersByTimeAsync(patience + 1);
  return answer;
}

describe('a STUN server that answers', () => {
  test.for([
    ['Chromium', [host(), srflx(40), complete(120)]],
    ['Firefox', [host(1, 'a1b2c3d4.local'), srflx(12), complete(13)]],
  ] as const)('shows a two-way path after one round trip, in %s', async ([, script]) => {
    replay(...script);
    expect(await ask(STUN)).toMatchObject({
      url: STUN,
      probe: 'stun',
      transport: 'udp',
      outcome: 'answered',
      code: 'srflx',
      depth: 'application',
      durationMs: script[1].at,
      seenFrom: { family: 4, fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
  });

  test('is believed although the other address family failed first', async () => {
    replay(host(), error(9, 701, 'STUN host lookup received error.'), srflx(40), complete(120));
    expect((await ask(STUN)).outcome).toBe('answered');
  });

  test('is believed when it answers at the very end of gathering', async () => {
    replay(host(), error(9, 701, 'STUN host lookup received error.'), srflx(120), complete(120));
    expect((await ask(STUN)).outcome).toBe('answered');
  });

  test('is known by the same fingerprint from the whole /24, and by another under another salt', async () => {
    const seen = async (address: string, salt: string) => {
      replay(srflx(5, address));
      const answer = askIce(STUN, salt, new AbortController().signal);
      await vi.advanceTimersByTimeAsync(10);
      return (await answer).seenFrom?.fingerprint;
    };
    const one = await seen('203.0.113.77', SALT);
    expect(await seen('203.0.113.9', SALT)).toBe(one);
    expect(await seen('203.0.112.77', SALT)).not.toBe(one);
    expect(await seen('203.0.113.77', 'another')).not.toBe(one);
  });
});

describe('a relay that answers', () => {
  test.for([
    ['an allocation', [relay(59)], 'relay'],
    ['a refusal of our credentials, in Chromium', [error(61, 401, 'Unauthorized.'), complete(120)], '401'],
    ['a refusal of our credentials, in Firefox', [error(20, 401), complete(21)], '401'],
    ['a redirection to another server', [error(61, 300, 'Try Alternate')], '300'],
    ['a refusal of the request', [error(61, 400, 'Bad Request')], '400'],
    ['a quota that is used up', [error(61, 486, 'Allocation Quota Reached')], '486'],
    ['a capacity that is used up', [error(61, 508, 'Insufficient Capacity')], '508'],
  ] as const)('shows a two-way path by %s', async ([, script, code]) => {
    for (const url of [TURN, TURN_TCP, TURNS]) {
      replay(...script);
      expect(await ask(url)).toMatchObject({ url, probe: 'turn', outcome: 'answered', depth: 'application', code });
    }
  });

  test.for([600, 699, 701, 65535])('is not what code %i shows: the browser makes it up itself', async (code) => {
    replay(error(30, code), complete(40));
    expect((await ask(TURN)).outcome).not.toBe('answered');
  });

  test('is believed although its binding failed before', async () => {
    replay(error(9, 701, 'STUN host lookup received error.'), error(61, 401, 'Unauthorized.'), complete(120));
    expect((await ask(TURN)).outcome).toBe('answered');
  });
});

describe('the question', () => {
  test('goes to one server alone, with no credentials for STUN', async () => {
    const { made } = replay(srflx(5));
    await ask(STUN);
    expect(made.map(({ configuration }) => configuration)).toEqual([{ iceServers: [{ urls: STUN }] }]);
    expect(made[0]?.channels).toHaveLength(1);
  });

  test('keeps local addresses out of TURN, and carries credentials that are nobody’s', async () => {
    const { made } = replay(error(5, 401));
    await ask(TURN);
    expect(made.map(({ configuration }) => configuration)).toEqual([
      { iceServers: [{ urls: TURN, username: 'ringback', credential: 'ringback' }], iceTransportPolicy: 'relay' },
    ]);
  });
});

const anyEvent: fc.Arbitrary<GatheringEvent> = fc.oneof(
  fc.nat(3_000).map((at) => host(at)),
  fc.nat(3_000).map((at) => host(at, 'a1b2c3d4.local')),
  fc.nat(3_000).map((at) => srflx(at)),
  fc.nat(3_000).map((at) => relay(at)),
  fc
    .tuple(fc.nat(3_000), fc.constantFrom(401, 600, 701), fc.constantFrom('', 'STUN host lookup received error.'))
    .map(([at, code, text]) => error(at, code, text, { address: '10.77.0.x' })),
  fc.nat(3_000).map(complete),
);

test('No address, of this machine or of its network, is in any observation, and each connection is closed once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEvent, { maxLength: 8 }),
      fc.constantFrom(STUN, TURN, TURN_TCP, TURNS),
      fc.constantFrom<Stop>('silent', 'not-needed', 'cancelled'),
      async (script, url, stop) => {
        replay(...script);
        const observation = await ask(url, 2_200, stop);
        await vi.advanceTimersByTimeAsync(5_000);
        const text = JSON.stringify(observation);
        for (const address of [...ADDRESSES, '198.51.100.7']) expect(text).not.toContain(address);
        expect(FakePeerConnection.made).toHaveLength(1);
        expect(FakePeerConnection.made[0]?.closed).toHaveBeenCalledOnce();
        expect(vi.getTimerCount()).toBe(0);
      },
    ),
    { numRuns: 200 },
  );
});
