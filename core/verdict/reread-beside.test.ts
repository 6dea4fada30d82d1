import { describe, expect, test } from 'vitest';
import { reread } from './reread.ts';
import { type Chapter, CONTROLS, roundOf, type Seen } from './testing.ts';

/** Which other observations of a round an observation is read beside, and which not. */

const read = (url: string, ...seen: NonNullable<Chapter['seen']>) =>
  reread(roundOf({ seen }), CONTROLS).observations.get(url);
const from = (remote: 'public' | 'private'): Seen => ({ outcome: 'answered', depth: 'application', remote });
const took = (durationMs: number): Seen => ({ outcome: 'answered', depth: 'application', durationMs });
const WEB = 'https://web.chat.example/';
const RELAY = 'turn:relay.chat.example:3478?transport=udp';

describe('a name that leads to a private address', () => {
  const forged = [/web\.chat/, from('private')] as const;

  test('is forged where one control tells that names lead out', () => {
    const seen = read(WEB, forged, [/check\.north/, from('public')], [/check/, 'silent']);
    expect(seen).toMatchObject({ outcome: 'failed', depth: 'none', mechanism: 'dns.poisoned' });
  });

  test('is not, where one control leads inside as well', () => {
    expect(read(WEB, forged, [/check\.north/, from('private')], [/check/, from('public')])?.outcome).toBe('answered');
  });

  test("is told by the controls' secure names: a portal may answer plain ones from anywhere", () => {
    expect(read(WEB, forged, [/^http:/, from('public')])?.outcome).toBe('answered');
    expect(read(WEB, forged, [/^http:/, from('private')], [/check/, from('public')])?.outcome).toBe('failed');
  });

  test('was connected to: one that failed there accuses nobody of lying', () => {
    const silent: Seen = { outcome: 'silent', durationMs: 4_000, remote: 'private' };
    expect(read(WEB, [/web\.chat/, silent], [/check/, from('public')])?.mechanism).toBeUndefined();
  });
});

describe('an address that was concluded', () => {
  const direct: Seen = { outcome: 'answered', code: 'direct' };

  test('is doubted where a binding was translated, and proves nothing then', () => {
    const seen = read('stun:stun.north.example:3478', [/stun\.north/, direct], [/^stun:/, { code: 'srflx' }]);
    expect(seen).toMatchObject({ outcome: 'inconclusive', depth: 'none' });
  });

  test('is believed beside a relay: what a relay sees may be another way out', () => {
    const seen = read('stun:stun.north.example:3478', [/^stun:/, direct], [/^turn/, { code: 'srflx' }]);
    expect(seen?.outcome).toBe('answered');
  });
});

describe('a refusal', () => {
  const refused = (againMs: number, mechanism: 'tcp.reset' | 'tls.reset' = 'tcp.reset') =>
    [/web\.chat/, { outcome: 'failed', depth: 'name', mechanism, againMs }] as const;
  const mechanism = (...seen: NonNullable<Chapter['seen']>) => read(WEB, ...seen)?.mechanism;

  test('is measured by the nearest STUN control that answered', () => {
    expect(mechanism(refused(30), [/stun\.north/, took(20)], [/^stun:/, took(600)])).toBe('tcp.reset');
    expect(mechanism(refused(30), [/check|talk/, took(20)], [/^stun:/, took(600)])).toBe('unknown');
    expect(mechanism(refused(30), [/stun\.north/, { outcome: 'failed', durationMs: 1 }], [/^stun:/, took(600)])).toBe(
      'unknown',
    );
  });

  test("quicker than any network is this machine's own, also where the controls are as near", () => {
    expect(mechanism(refused(3), [/^stun:/, took(4)])).toBe('unknown');
  });

  test('of a connection that stood was no refusal of it', () => {
    expect(mechanism(refused(3, 'tls.reset'))).toBe('tls.reset');
  });
});

describe('a line that starves', () => {
  const silent = (durationMs: number): Seen => ({ outcome: 'silent', durationMs, code: 'timeout' });

  test('excuses silence, and says so, over UDP as over TCP', () => {
    const starved = { outcome: 'inconclusive', code: 'starved' };
    expect(read(RELAY, [/relay\.chat/, silent(2_200)], [/^stun:|^turn/, took(1_500)])).toMatchObject(starved);
    expect(read(WEB, [/web\.chat/, silent(4_000)], [/^https:/, took(2_500)])).toMatchObject(starved);
  });

  test('excuses no failure that was told', () => {
    const reset = { outcome: 'failed', mechanism: 'tls.reset' } as const;
    expect(read(WEB, [/web\.chat/, reset], [/edge\.chat/, silent(4_000)], [/^https:/, took(2_500)])).toMatchObject(
      reset,
    );
  });

  test('is not told by answers alone, nor by silence alone', () => {
    expect(read(WEB, [/^https:/, took(3_900)])?.outcome).toBe('answered');
    expect(read(WEB, [/./, silent(4_000)])?.outcome).toBe('silent');
  });
});
