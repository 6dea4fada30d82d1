import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { due, ring, tell, wakeUp } from '../../probes/testing/background.ts';
import { type Extension, extension, lend } from '../../probes/testing/extension.ts';
import { OPEN, RELAY, RELAY_BLOCKED, WEB, type World, world } from '../../probes/testing/world.ts';

vi.mock('../../platform/catalogue.ts', async () => {
  const { CATALOGUE } = await import('../../probes/testing/world.ts');
  return { loadCatalogue: async () => CATALOGUE };
});

let browser: Extension;
let network: World;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  browser = extension();
  network = world();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const agreed = () => fakeBrowser.storage.local.set({ consent: { agreedAt: 1 } });
const stored = async (key: string) => (await fakeBrowser.storage.local.get(key))[key];
const progress = async () => (await fakeBrowser.storage.session.get('progress')).progress ?? null;
const calls = async () =>
  ((await stored('snapshot')) as { services: { calls: { state: string } }[] } | undefined)?.services[0]?.calls.state;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a block', () => {
  test('is suspected at first, confirmed every half minute, told once it is decided, and taken back when it ends', async () => {
    await agreed();
    await fakeBrowser.storage.local.set({ settings: { notifications: true } });
    browser.held.add('notifications');
    network.fate = RELAY_BLOCKED;
    await wakeUp();
    await tell('checkNow', { confirm: true });
    await pass(8_000);
    expect(await calls()).toBe('suspected');
    expect(await due('confirm')).toBeGreaterThan(20);
    const told = () => Object.keys(fakeBrowser.notifications.getAllCreateOptions());
    expect(told()).toEqual([]);

    for (let round = 2; round <= 3 && (await calls()) === 'suspected'; round++) {
      void ring('confirm');
      await pass(8_000);
    }
    expect(await calls()).toBe('likely-blocked');
    expect(await due('confirm')).toBeNull();
    expect(told()).toEqual(['ringback-blocked']);

    network.fate = OPEN;
    await tell('checkNow', { confirm: true });
    await pass(8_000);
    while ((await due('confirm')) !== null) {
      void ring('confirm');
      await pass(8_000);
    }
    expect(await calls()).toBe('clear');
    expect(told()).toEqual(['ringback-blocked', 'ringback-works']);
  });
});

describe('the person', () => {
  test('may end a round: the old answer stays, and no other follows it', async () => {
    await agreed();
    await wakeUp();
    await tell('checkNow', { confirm: true });
    await pass(5_000);
    network.fate = RELAY_BLOCKED;
    await tell('checkNow', { confirm: true });
    await pass(500);
    expect(await progress()).not.toBeNull();
    await tell('cancelCheck');
    await pass(100);
    expect(await progress()).toBeNull();
    expect(await calls()).toBe('clear');
    expect(await due('confirm')).toBeNull();
  });

  test('may save one setting without the others', async () => {
    await wakeUp();
    await tell('saveSettings', { badge: false });
    await tell('saveSettings', { intervalMinutes: 60 });
    expect(await stored('settings')).toMatchObject({ badge: false, intervalMinutes: 60, automatic: true });
    expect(await due('check')).toBe(3_600);
    await tell('saveSettings', { automatic: false });
    expect(await due('check')).toBeNull();
  });

  test('may save several at once, and agree to more at once', async () => {
    await wakeUp();
    await Promise.all([tell('saveSettings', { badge: false }), tell('saveSettings', { updates: false })]);
    expect(await stored('settings')).toMatchObject({ badge: false, updates: false });
    await Promise.all([tell('agree', { hosts: ['one.example'] }), tell('agree', { hosts: ['two.example'] })]);
    expect(await stored('consent')).toMatchObject({ hosts: ['one.example', 'two.example'] });
  });

  test('may save another one after one that could not be stored', async () => {
    await wakeUp();
    await pass(10);
    const { set } = fakeBrowser.storage.local;
    lend('storage.local.set', () => Promise.reject(new Error('quota')));
    await expect(tell('saveSettings', { badge: false })).rejects.toThrow('quota');
    lend('storage.local.set', set);
    await tell('saveSettings', { updates: false });
    expect(await stored('settings')).toMatchObject({ badge: true, updates: false });
  });

  test('is answered at once: no message waits for the round that it starts', async () => {
    await agreed();
    network.fate = RELAY_BLOCKED;
    await wakeUp();
    let done = false;
    void tell('checkNow', { confirm: true }).then(() => {
      done = true;
    });
    await pass(50);
    expect(done).toBe(true);
    await pass(8_000);
    expect(network.asked).toEqual(expect.arrayContaining([WEB, RELAY]));
  });
});

describe('all that a person deletes stays deleted', () => {
  /** As the options page does it; what is stored in the end. */
  const forget = async () => {
    let isQuiet = false;
    void tell('settle').then(() => {
      isQuiet = true;
    });
    while (!isQuiet) await pass(1);
    await fakeBrowser.storage.local.clear();
    await pass(5_000);
    return fakeBrowser.storage.local.get();
  };
  /** A write takes a moment. */
  const slowly = () => {
    const { set } = fakeBrowser.storage.local;
    lend('storage.local.set', (items: object) =>
      new Promise((resolve) => setTimeout(resolve, 100)).then(() => set(items)),
    );
  };
  beforeEach(async () => {
    await agreed();
    await wakeUp();
    await pass(50);
  });

  test('while a round runs', async () => {
    network.fate = RELAY_BLOCKED;
    await tell('checkNow', { confirm: true });
    await pass(500);
    slowly();
    expect(await progress()).not.toBeNull();
    expect(await forget()).toEqual({});
  });

  test('while one is filed', async () => {
    await tell('checkNow', { confirm: true });
    slowly();
    while ((await stored('snapshot')) === undefined) await pass(10);
    await pass(10);
    expect(await stored('place')).toBeUndefined();
    expect(await forget()).toEqual({});
  });
});

describe('“confirming” is said only while another round is planned', () => {
  const isPlanned = async () =>
    ((await stored('snapshot')) as { confirming: boolean }).confirming === ((await due('confirm')) !== null);
  beforeEach(async () => {
    await agreed();
    network.fate = RELAY_BLOCKED;
    await wakeUp();
    await tell('checkNow', { confirm: true });
    await pass(9_000);
    expect(await due('confirm')).not.toBeNull();
  });

  test('not after the eighth', async () => {
    let confirmed = 0;
    while ((await due('confirm')) !== null && confirmed < 12) {
      expect(await isPlanned()).toBe(true);
      // A case that stays open: what was learned is forgotten.
      await fakeBrowser.storage.local.remove('evidence');
      void ring('confirm');
      confirmed++;
      await pass(9_000);
    }
    expect(confirmed).toBe(8);
    expect(await isPlanned()).toBe(true);
  });

  test('not after one that failed', async () => {
    const { set } = fakeBrowser.storage.local;
    vi.spyOn(console, 'error').mockImplementation(() => {});
    lend('storage.local.set', (items: object) =>
      'evidence' in items ? Promise.reject(new Error('quota')) : set(items),
    );
    void ring('confirm');
    await pass(9_000);
    expect(await due('confirm')).toBeNull();
    expect(await isPlanned()).toBe(true);
  });

  test('and it is, where the last one could not be filed', async () => {
    const { set } = fakeBrowser.storage.local;
    vi.spyOn(console, 'error').mockImplementation(() => {});
    lend('storage.local.set', (items: object) => ('place' in items ? Promise.reject(new Error('quota')) : set(items)));
    await fakeBrowser.storage.local.remove('evidence');
    void ring('confirm');
    await pass(9_000);
    expect(console.error).toHaveBeenCalled();
    expect(await due('confirm')).not.toBeNull();
    expect(await isPlanned()).toBe(true);
  });

  test('not after one was cancelled', async () => {
    void ring('confirm');
    await pass(300);
    await tell('cancelCheck');
    await pass(300);
    expect(await due('confirm')).toBeNull();
    expect(await isPlanned()).toBe(true);
  });
});
