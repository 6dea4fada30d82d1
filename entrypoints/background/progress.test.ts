import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_MEMORY } from '../../core/evidence/memory.ts';
import type { Observation } from '../../core/evidence/observation.ts';
import { progressItem } from '../../platform/storage.ts';
import { plan } from '../../probes/plan.ts';
import { extension } from '../../probes/testing/extension.ts';
import { observation } from '../../probes/testing/network.ts';
import { CONTROLS, RELAY, SERVICE, WEB } from '../../probes/testing/world.ts';
import { createPublisher } from './progress.ts';

const AT = 1_700_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now: AT });
  extension();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const no = () => false;
const publisher = () =>
  createPublisher({
    at: AT,
    lastsMs: 30_000,
    plan: plan([SERVICE], CONTROLS, 'full', { earned: no, hasVote: no, settled: no, turn: 0 }),
    services: [SERVICE],
    memory: EMPTY_MEMORY,
  });
const heard = (...urls: string[]): ReadonlyMap<string, Observation> =>
  new Map(urls.map((url) => [url, observation(url, 'answered')]));
const controls = CONTROLS.slice(0, 6).map(({ url }) => url);
const ROLES = new Set(['demo/signalling', 'demo/media']);

describe('a round under way', () => {
  test('is told from its beginning, and that it is void after its time', async () => {
    await publisher().begin();
    expect(await progressItem.getValue()).toMatchObject({
      startedAt: AT,
      expiresAt: AT + 30_000,
      done: 0,
      services: [],
    });
  });

  test('says nothing of a service before all of it has been heard', async () => {
    const { update, firstWordMs } = publisher();
    update(heard(...controls, WEB), new Set(['demo/signalling']));
    await vi.advanceTimersByTimeAsync(200);
    expect(await progressItem.getValue()).toMatchObject({ done: 7, services: [] });
    expect(firstWordMs()).toBeNull();
    update(heard(...controls, WEB, RELAY), ROLES);
    await vi.advanceTimersByTimeAsync(200);
    expect(await progressItem.getValue()).toMatchObject({ done: 8, services: [{ calls: { state: 'clear' } }] });
    expect(firstWordMs()).toBeGreaterThan(300);
  });

  test('is never told to be further than it can get: controls that are seldom needed are not counted', async () => {
    const { update } = publisher();
    update(heard(...CONTROLS.map(({ url }) => url), WEB, RELAY), ROLES);
    await vi.advanceTimersByTimeAsync(200);
    expect(await progressItem.getValue()).toMatchObject({ done: 8, total: 8 });
  });

  test('is written seldom, however fast answers pour in', async () => {
    const write = vi.spyOn(progressItem, 'setValue');
    const { update } = publisher();
    for (let i = 0; i < 30; i++) {
      update(heard(...controls), new Set());
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(write.mock.calls.length).toBeLessThanOrEqual(2);
  });

  test('is gone when it has ended, and stays gone though news come late', async () => {
    const { begin, update, end } = publisher();
    await begin();
    update(heard(...controls), new Set());
    await vi.advanceTimersByTimeAsync(200);
    await end();
    update(heard(...controls, WEB, RELAY), ROLES);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await progressItem.getValue()).toBeNull();
  });
});
