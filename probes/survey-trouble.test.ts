import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Observation } from '../core/evidence/observation.ts';
import type { Ask } from './answer-of.ts';
import { CONTROLS } from './testing/catalogue.ts';
import { answers, type Fate, fails, observation, role, SILENCE, surveyed } from './testing/network.ts';

const WEB = 'https://web.example/';
const SOCKET = 'wss://chat.example/';
const STUN = 'stun:relay.example:3478';
const UDP = 'turn:relay.example:3478?transport=udp';
const TLS = 'turns:relay.example:443';
const TARGETS = [
  [WEB, 'https', 'tls'],
  [SOCKET, 'websocket', 'tls'],
  [STUN, 'stun', 'udp'],
  [UDP, 'turn', 'udp'],
  [TLS, 'turn', 'tls'],
] as const;

const plan = { controls: CONTROLS, reserve: [], roles: TARGETS.map(([url], i) => role(`s${i}/media`, [[url]])) };
const isTarget = (url: string) => TARGETS.some(([target]) => target === url);
const controlsOnly = (url: string): Fate => (isTarget(url) ? SILENCE : answers(40));

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

/** Instead of the network, for the targets alone. */
const instead =
  (answer: () => Promise<Observation>) =>
  (ask: Ask): Ask =>
  (url, signal) =>
    isTarget(url) ? answer() : ask(url, signal);

describe('a probe with a fault of its own', () => {
  const rejecting = instead(() => Promise.reject(new TypeError('at 203.0.113.7')));

  test.for(TARGETS)('says nothing of the server: %s', async ([url, probe, transport]) => {
    const { observations } = await surveyed(plan, controlsOnly, { through: rejecting });
    expect(observations.get(url)).toEqual({
      url,
      probe,
      transport,
      outcome: 'inconclusive',
      code: 'TypeError',
      depth: 'none',
      startedAt: 1_700_000_000_000,
      durationMs: 0,
    });
  });

  test('costs no other its answer, and the round no time', async () => {
    const { observations, tookMs } = await surveyed(plan, controlsOnly, { through: rejecting });
    expect(CONTROLS.slice(0, 6).map(({ url }) => observations.get(url)?.outcome)).toEqual(Array(6).fill('answered'));
    expect(tookMs).toBeLessThan(100);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a question that never returns, though it was ended', () => {
  const lost = instead(() => new Promise(() => {}));

  test('is given up four seconds later, and says nothing', async () => {
    const { observations, tookMs } = await surveyed(plan, controlsOnly, { through: lost });
    for (const [url] of TARGETS) {
      expect(observations.get(url)).toMatchObject({ outcome: 'inconclusive', code: 'lost' });
    }
    expect(observations.get(UDP)?.durationMs).toBe(2_200 + 4_000);
    expect(observations.get(WEB)?.durationMs).toBe(4_000 + 4_000);
    expect(tookMs).toBeLessThan(8_100);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('holds up a round that was cancelled no longer than that', async () => {
    const { tookMs } = await surveyed(plan, controlsOnly, { through: lost, cancelAfter: 300 });
    expect(tookMs).toBeLessThan(4_400);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not undo the answer that came when it was asked anew', async () => {
    const first = new Set<string>();
    const lostAtFirst =
      (ask: Ask): Ask =>
      (url, signal) => {
        if (url !== UDP || first.has(url)) return ask(url, signal);
        first.add(url);
        return new Promise(() => {});
      };
    const roles = [
      role('a/media', [[STUN, UDP]]),
      role('b/media', [[TLS], [UDP]]),
      role('c/signalling', [[WEB], [SOCKET]]),
    ];
    const fate = (url: string): Fate => (url === TLS ? fails(600) : /web|chat/.test(url) ? SILENCE : answers(40));
    const { observations, tookMs } = await surveyed({ controls: CONTROLS, reserve: [], roles }, fate, {
      through: lostAtFirst,
    });
    expect(observations.get(UDP)?.outcome).toBe('answered');
    expect(tookMs).toBeGreaterThan(5_000);
  });

  test('is not given up while it may still answer', async () => {
    const slow = instead(async () => {
      await new Promise((resolve) => setTimeout(resolve, 6_000));
      return observation(UDP, 'answered');
    });
    const one = { controls: CONTROLS, reserve: [], roles: [role('a/media', [[UDP]])] };
    const { observations } = await surveyed(one, controlsOnly, { through: slow });
    expect(observations.get(UDP)?.outcome).toBe('answered');
  });
});
