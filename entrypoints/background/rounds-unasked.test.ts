import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { due, ring, tell, wakeUp } from '../../probes/testing/background.ts';
import { type Extension, extension, lend } from '../../probes/testing/extension.ts';
import { RELAY_BLOCKED, type World, world } from '../../probes/testing/world.ts';

vi.mock('../../platform/catalogue.ts', async () => {
  const { CATALOGUE } = await import('../../probes/testing/world.ts');
  return { loadCatalogue: async () => CATALOGUE };
});

let browser: Extension;
let network: World;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  browser = extension();
  network = world();
  await fakeBrowser.storage.local.set({ consent: { agreedAt: 1 } });
  await wakeUp();
  await pass(50);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const check = async (confirm = true) => {
  await tell('checkNow', { confirm });
  await pass(9_000);
};
/** Lets confirming rounds happen while there are any; how many there were. */
const confirmed = async (round: () => Promise<unknown>) => {
  let rounds = 0;
  while (rounds < 20 && (await due('confirm')) !== null) {
    rounds++;
    await round();
  }
  return rounds;
};
const confirm = async () => {
  void ring('confirm');
  await pass(9_000);
};

describe('a round that nobody asked for is not confirmed', () => {
  beforeEach(async () => {
    await check();
    network.fate = RELAY_BLOCKED;
    void ring('check');
    await pass(9_000);
    expect(await due('confirm')).not.toBeNull();
    network.asked.length = 0;
  });
  const promised = async () => {
    const { snapshot } = await fakeBrowser.storage.local.get('snapshot');
    return (snapshot as { confirming: boolean }).confirming;
  };

  test.for<[string, () => unknown]>([
    ['on a metered line', () => Object.assign(browser.connection, { saveData: true })],
    ['where checks by themselves were switched off', () => tell('saveSettings', { automatic: false })],
  ])('%s, and no other is promised', async ([, happens]) => {
    await happens();
    await confirm();
    expect(network.asked).toEqual([]);
    expect(await due('confirm')).toBeNull();
    expect(await promised()).toBe(false);
  });

  test('unless the person asks for it in the meantime', async () => {
    Object.assign(browser.connection, { saveData: true });
    await fakeBrowser.storage.local.remove('evidence');
    await check();
    network.asked.length = 0;
    await confirm();
    expect(network.asked).not.toEqual([]);
  });
});

test('A round that the person asked for, and that was killed with its worker, is made again on a metered line, too', async () => {
  network.fate = RELAY_BLOCKED;
  Object.assign(browser.connection, { saveData: true });
  await tell('checkNow', { confirm: true });
  await pass(300);
  await wakeUp();
  await pass(50);
  network.asked.length = 0;
  void ring('confirm');
  await pass(300);
  expect(network.asked).not.toEqual([]);
});

describe('rounds that nobody asked for', () => {
  test('do not follow one that was asked for alone, on another network either', async () => {
    await check();
    network.address = '198.51.100.9';
    await check(false);
    expect(await due('confirm')).toBeNull();
  });

  test('do not follow the permission to notify: on a metered line only the person starts one', async () => {
    Object.assign(browser.connection, { saveData: true });
    browser.permissionAdded.fire({ permissions: ['notifications'], origins: [] });
    await pass(5_000);
    expect(network.asked).toEqual([]);
  });

  test('do not follow for ever where each of them fails', async () => {
    const { set } = fakeBrowser.storage.local;
    lend('storage.local.set', (items: object) =>
      'snapshot' in items ? Promise.reject(new Error('quota')) : set(items),
    );
    await check();
    expect(await confirmed(confirm)).toBeLessThan(10);
    lend('storage.local.set', set);
  });

  test('do not follow for ever where each of them is killed with its worker', async () => {
    network.fate = RELAY_BLOCKED;
    await tell('checkNow', { confirm: true });
    await pass(300);
    const killed = async () => {
      await wakeUp();
      await pass(50);
      void ring('confirm');
      await pass(300);
    };
    expect(await confirmed(killed)).toBe(3);
    expect(await due('check')).not.toBeNull();
  });

  test('follow later and later where nothing changes, and soon again once something does', async () => {
    const next = async () => {
      void ring('check');
      await pass(9_000);
      const seconds = (await due('check')) ?? 0;
      return Math.round(seconds / 600) * 10;
    };
    const quiet: number[] = [];
    for (let i = 0; i < 18; i++) quiet.push(await next());
    expect(quiet).toEqual([...Array(6).fill(30), ...Array(10).fill(60), 120, 120]);
    network.fate = () => 'silence';
    void ring('check');
    await pass(20_000);
    expect(await due('check')).toBeLessThanOrEqual(1_800);
  });
});
