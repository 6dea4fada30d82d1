import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Observation } from '../../core/evidence/observation.ts';
import type { ServiceAssessment } from '../../core/verdict/snapshot.ts';
import { openEars } from '../../platform/ears.ts';
import { lookLong } from '../../probes/long-look.ts';
import { CONTROLS } from '../../probes/testing/catalogue.ts';
import { observation } from '../../probes/testing/network.ts';
import { createLongLooks } from './long-looks.ts';

const close = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('../../platform/ice.ts', () => ({ openIce: () => ({ ask: vi.fn(), close }) }));
vi.mock('../../platform/ears.ts', () => ({ openEars: vi.fn() }));
vi.mock('../../probes/long-look.ts', () => ({ lookLong: vi.fn() }));

const WEB = 'https://web.example/';
const OTHER = 'https://other.example/';
const STUN = CONTROLS.find(({ kind }) => kind === 'stun')?.url ?? '';
const at = 1_700_000_000_000;
const silent = (url: string, startedAt = at) => observation(url, 'silent', { mechanism: 'unknown', startedAt });
const seenFrom = (fingerprint: string) => observation(STUN, 'answered', { seenFrom: { family: 4, fingerprint } });
const round = (list: readonly Observation[], network = 'home') =>
  new Map([seenFrom(network), ...list].map((seen) => [seen.url, seen]));

function service(messages: Partial<ServiceAssessment['messages']>, seen: readonly Observation[]): ServiceAssessment {
  const judged = { rounds: 1, failing: 1, since: at };
  return {
    id: 'demo',
    calls: { ...judged, state: 'suspected', rule: 'calls.signalling-confirming', mechanism: 'unknown' },
    messages: { ...judged, state: 'suspected', rule: 'messages.silent-confirming', mechanism: 'unknown', ...messages },
    evidence: seen.map((one) => ({ url: one.url, role: 'signalling', vote: 'counted', observation: one })),
  };
}

let looks: ReturnType<typeof createLongLooks>;
beforeEach(() => {
  vi.mocked(lookLong).mockReset();
  vi.mocked(lookLong).mockImplementation(async (seen) => ({ ...seen, depth: 'transport', mechanism: 'tls.timeout' }));
  vi.mocked(openEars).mockReturnValue({ listen: vi.fn(), close: vi.fn() });
  looks = createLongLooks(CONTROLS);
  close.mockClear();
});
const look = (services: readonly ServiceAssessment[], list = [silent(WEB)]) =>
  looks.look(round(list), services, 'salt');
const mechanism = (list: readonly Observation[], network?: string) =>
  looks.recall(round(list, network)).get(WEB)?.mechanism;

describe('a long look', () => {
  test('is at one silent host of each service that is accused', async () => {
    expect(await look([service({}, [silent(WEB), silent(OTHER)])])).toBe(true);
    expect(vi.mocked(lookLong).mock.calls.map(([seen]) => seen.url)).toEqual([WEB]);
    expect(close).toHaveBeenCalledOnce();
  });

  test.for([
    ['is not accused', service({ state: 'reachable' }, [silent(WEB)])],
    ['is known to be blocked in a certain way', service({ mechanism: 'tls.reset' }, [silent(WEB)])],
    ['failed rather than fell silent', service({}, [observation(WEB, 'failed', { mechanism: 'unknown' })])],
  ] as const)('is not for a service that %s', async ([, one]) => {
    expect(await look([one])).toBe(false);
    expect(lookLong).not.toHaveBeenCalled();
  });

  test('is not made without permission to read what the browser tells', async () => {
    vi.mocked(openEars).mockReturnValue(null);
    expect(await look([service({}, [silent(WEB)])])).toBe(false);
  });

  test('that finds nothing changes nothing', async () => {
    vi.mocked(lookLong).mockImplementation(async (seen) => seen);
    await look([service({}, [silent(WEB)])]);
    expect(mechanism([silent(WEB)])).toBe('unknown');
  });
});

describe('what a long look found', () => {
  beforeEach(() => look([service({}, [silent(WEB)])]));

  test('holds for the same host in the rounds that follow', () => {
    expect(mechanism([silent(WEB, at + 60_000)])).toBe('tls.timeout');
  });

  test('and not for one that answers, or fails otherwise', () => {
    expect(mechanism([observation(WEB, 'answered', { startedAt: at })])).toBeUndefined();
    expect(mechanism([{ ...silent(WEB), outcome: 'failed', mechanism: 'tls.reset' }])).toBe('tls.reset');
  });

  test('nor on another network', () => expect(mechanism([silent(WEB)], 'cafe')).toBe('unknown'));

  test('nor for long', () => expect(mechanism([silent(WEB, at + 11 * 60_000)])).toBe('unknown'));
});
