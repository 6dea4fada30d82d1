import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StatusFeed } from '../../core/catalogue/runtime.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { onMessage } from '../../platform/messages.ts';
import { consentItem, memoryItem, progressItem, snapshotItem } from '../../platform/storage.ts';
import { checkingAlone } from '../../probes/testing/checking.ts';
import { extension, lend } from '../../probes/testing/extension.ts';
import {
  CATALOGUE,
  OPEN,
  pass,
  RELAY,
  RELAY_BLOCKED,
  SERVICE,
  WEB,
  type World,
  world,
} from '../../probes/testing/world.ts';
import type { Checking } from './checking.ts';

let network: World;
let rounds: Snapshot[];
let checking: Checking;
let onCancel: ReturnType<typeof checkingAlone>['onCancel'];
let stopListening: () => void;
let complaints: ReturnType<typeof vi.spyOn>;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  extension();
  network = world();
  stopListening = onMessage('readStatus', tellsNothing);
  complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  ({ checking, rounds, onCancel } = checkingAlone());
  await consentItem.setValue({ agreedAt: Date.now() });
});
afterEach(() => {
  stopListening();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The hidden page, asked about outages. */
const tellsNothing = vi.fn(() => new Promise<never>(() => {}));
const FEED: StatusFeed = { url: 'https://status.example/api/v2/status.json', format: 'statuspage' };
const withFeeds = (...statusFeeds: StatusFeed[]) => ({ ...CATALOGUE, services: [{ ...SERVICE, statusFeeds }] });

const start = () => pass(checking.start('asked', { confirm: true }));
describe('while a round runs', () => {
  test('it is told to be under way, with an end by which it is void', async () => {
    network.fate = RELAY_BLOCKED;
    const round = checking.start('asked', { confirm: true });
    await vi.advanceTimersByTimeAsync(500);
    const progress = await progressItem.getValue();
    expect(progress).toMatchObject({ startedAt: 1_700_000_000_000, total: 6 + 2 });
    // A round may last 24 s, a lost question 4 s more, and status feeds 5 s.
    expect(progress?.expiresAt).toBeGreaterThan(1_700_000_000_000 + 33_000);
    expect(progress?.expiresAt).toBeLessThanOrEqual(1_700_000_000_000 + 34_000);
    expect(progress?.done).toBeGreaterThan(0);
    await pass(round);
    expect(await progressItem.getValue()).toBeNull();
  });

  test('it can be cancelled: the old answer stays, and nothing is “checking”', async () => {
    await start();
    const before = [await snapshotItem.getValue(), await memoryItem.getValue()];
    network.fate = RELAY_BLOCKED;
    const round = checking.start('asked', { confirm: true });
    await vi.advanceTimersByTimeAsync(300);
    checking.cancel();
    await vi.advanceTimersByTimeAsync(50);
    expect(await progressItem.getValue()).toBeNull();
    await round;
    expect([await snapshotItem.getValue(), await memoryItem.getValue()]).toEqual(before);
    expect(rounds).toHaveLength(1);
    expect(onCancel).toHaveBeenCalledOnce();
    expect(complaints).not.toHaveBeenCalled();
  });

  test('it can be cancelled while a status feed is read, too', async () => {
    const { checking: withFeed } = checkingAlone({ catalogue: async () => withFeeds(FEED) });
    await pass(withFeed.start('asked', { confirm: true }));
    const before = [await snapshotItem.getValue(), await memoryItem.getValue()];
    network.fate = RELAY_BLOCKED;
    const round = withFeed.start('asked', { confirm: true });
    while (tellsNothing.mock.calls.length === 0) await vi.advanceTimersByTimeAsync(100);
    withFeed.cancel();
    await vi.advanceTimersByTimeAsync(50);
    await round;
    expect([await snapshotItem.getValue(), await memoryItem.getValue()]).toEqual(before);
    expect(await progressItem.getValue()).toBeNull();
  });

  test('a hidden page that never tells of outages holds it up for no more than five seconds', async () => {
    const deadline = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const end = new AbortController();
      setTimeout(() => end.abort(), ms);
      return end.signal;
    });
    const { checking: withFeed, rounds: ended } = checkingAlone({ catalogue: async () => withFeeds(FEED) });
    network.fate = RELAY_BLOCKED;
    await pass(withFeed.start('asked', { confirm: true }));
    expect(deadline).toHaveBeenLastCalledWith(5_000);
    expect(ended.map(({ services: [demo] }) => demo?.calls.state)).toEqual(['suspected']);
  });

  test('and nothing runs, cancelling does nothing', () => {
    expect(() => checking.cancel()).not.toThrow();
  });

  test('another may start after it was cancelled', async () => {
    const round = checking.start('asked', { confirm: true });
    checking.cancel();
    await pass(round);
    await start();
    expect(rounds).toHaveLength(1);
  });
});

test('Nothing is asked before what a killed worker left behind has been put away', async () => {
  const { promise, resolve: tidy } = Promise.withResolvers<void>();
  const { checking: waiting, onStart } = checkingAlone({ ready: () => promise });
  const round = waiting.start('asked', { confirm: true });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(network.asked).toEqual([]);
  expect(onStart).not.toHaveBeenCalled();
  tidy();
  await pass(round);
  expect(network.asked).toContain(WEB);
});

describe('trouble of our own leaves no “checking” behind, and the next round runs', () => {
  const recovers = async () => {
    expect(await progressItem.getValue()).toBeNull();
    await start();
    expect(rounds.at(-1)?.network.state).toBe('clear');
  };

  test('a probe that throws', async () => {
    network.fate = () => {
      throw new Error('a bug');
    };
    await start();
    network.fate = OPEN;
    await recovers();
  });

  test.for(['local', 'session'] as const)('a %s store that takes nothing', async (area) => {
    const { set } = fakeBrowser.storage[area];
    lend(`storage.${area}.set`, () => Promise.reject(new Error('quota')));
    await start();
    expect(rounds).toHaveLength(0);
    expect(complaints).toHaveBeenCalled();
    expect(onCancel).toHaveBeenCalledOnce();
    lend(`storage.${area}.set`, set);
    await recovers();
  });

  test('permissions that can’t be asked for', async () => {
    const { permissions } = fakeBrowser;
    lend('permissions', { contains: () => Promise.reject(new Error('no')) });
    await start();
    lend('permissions', permissions);
    await recovers();
  });

  test('an announcement that fails costs no answer', async () => {
    const { checking: broken } = checkingAlone({ onRound: () => Promise.reject(new Error('no notifications')) });
    await pass(broken.start('asked', { confirm: true }));
    expect((await snapshotItem.getValue())?.services[0]?.calls.state).toBe('clear');
    expect(await progressItem.getValue()).toBeNull();
  });
});

test('The new conclusion, its evidence and what it promises are stored in one write', async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  network.fate = RELAY_BLOCKED;
  await start();
  const written = set.mock.calls.map(([items]) => items as Record<string, unknown>);
  const telling = written.filter((items) => 'snapshot' in items || 'evidence' in items || 'plans' in items);
  expect(telling.map((items) => Object.keys(items))).toEqual([['evidence', 'snapshot', 'plans']]);
  expect(telling[0]).toMatchObject({ snapshot: { confirming: true }, plans: { confirmations: 1, unfinished: 0 } });
  expect(network.asked).toEqual(expect.arrayContaining([WEB, RELAY]));
});
