import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  consentItem,
  memoryItem,
  plansItem,
  progressItem,
  settingsItem,
  snapshotItem,
} from '../../platform/storage.ts';
import { type Extension, extension } from '../../probes/testing/extension.ts';
import {
  CONTROLS,
  OPEN,
  pass,
  RELAY,
  RELAY_BLOCKED,
  SERVICE,
  WEB,
  type World,
  world,
} from '../../probes/testing/world.ts';
import { type Checking, createChecking, type FinishedRound, type Trigger } from './checking.ts';

let browser: Extension;
let network: World;
let rounds: FinishedRound[];
let checking: Checking;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  browser = extension();
  network = world();
  rounds = [];
  checking = createChecking({
    services: [SERVICE],
    controls: CONTROLS,
    doh: [],
    listeners: new Set(),
    onStart: vi.fn(),
    onCancel: vi.fn(),
    onRound: async (round) => void rounds.push(round),
  });
  await consentItem.setValue({ agreedAt: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const start = (trigger: Trigger = 'asked', confirm = true) => pass(checking.start(trigger, { confirm }));

describe('a round', () => {
  test('on an open network says that calls are clear, and remembers who answered', async () => {
    await start();
    const snapshot = await snapshotItem.getValue();
    expect(snapshot).toMatchObject({
      schemaVersion: 1,
      network: { state: 'clear', key: expect.stringMatching(/^[0-9a-f]{16}$/) },
      services: [{ id: 'demo', calls: { state: 'clear' }, messages: { state: 'reachable' } }],
      confirming: false,
      explained: false,
    });
    expect(Object.keys((await memoryItem.getValue())?.answered ?? {})).toEqual(expect.arrayContaining([WEB, RELAY]));
    expect(rounds).toEqual([{ snapshot, moved: false }]);
    expect(await progressItem.getValue()).toBeNull();
  });

  test('with a silent relay says that it looks blocked, and that more rounds will tell', async () => {
    network.fate = RELAY_BLOCKED;
    await start();
    expect(rounds[0]?.snapshot).toMatchObject({ confirming: true, services: [{ calls: { state: 'suspected' } }] });
  });

  test('that was asked for alone announces no further ones', async () => {
    network.fate = RELAY_BLOCKED;
    await start('asked', false);
    expect(rounds[0]?.snapshot.confirming).toBe(false);
  });

  test('says when the public network is another one', async () => {
    await start();
    network.address = '198.51.100.9';
    await start();
    await start();
    expect(rounds.map(({ moved }) => moved)).toEqual([false, true, false]);
  });

  test('asks only for the services that were chosen', async () => {
    await settingsItem.setValue({ ...(await checking.settings()), services: [] });
    await start();
    expect(network.asked).not.toContain(WEB);
    expect(rounds[0]?.snapshot.services).toEqual([]);
  });

  test('stores and tells no address', async () => {
    await start();
    const everything = JSON.stringify([await snapshotItem.getValue(), await memoryItem.getValue()]);
    expect(everything).not.toMatch(/203\.0\.113|10\.77\.0/);
  });

  test('is counted, so that light rounds take turns', async () => {
    await start();
    await start('alarm');
    expect((await plansItem.getValue()).turn).toBe(2);
  });

  test('closes the hidden page that it opened', async () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    await start();
    expect(browser.offscreen.createDocument).toHaveBeenCalledOnce();
    expect(browser.offscreen.open).toBe(false);
  });
});

describe('nothing is sent', () => {
  const triggers: Trigger[] = ['asked', 'alarm', 'confirm', 'network', 'stale'];
  const own: Trigger[] = ['alarm', 'network', 'stale'];

  test.for(triggers)('before the person has agreed: %s', async (trigger) => {
    await consentItem.removeValue();
    await start(trigger);
    expect(network.asked).toEqual([]);
    expect(await snapshotItem.getValue()).toBeNull();
    expect(browser.offscreen.createDocument).not.toHaveBeenCalled();
  });

  test.for(own)('on a metered line without being asked for: %s', async (trigger) => {
    Object.assign(browser.connection, { saveData: true });
    await start(trigger);
    expect(network.asked).toEqual([]);
  });

  test.for(own)('on its own where that was switched off: %s', async (trigger) => {
    await settingsItem.setValue({ ...(await checking.settings()), automatic: false });
    await start(trigger);
    expect(network.asked).toEqual([]);
  });
});

test.for<Trigger>(['asked', 'confirm'])(
  'What the person asked for is done on a metered line, too: %s',
  async (trigger) => {
    Object.assign(browser.connection, { type: 'cellular' });
    await settingsItem.setValue({ ...(await checking.settings()), automatic: false });
    await start(trigger);
    expect(rounds).toHaveLength(1);
  },
);

describe('two starts at once', () => {
  test('make one round, and both end with it', async () => {
    const both = Promise.all([
      checking.start('asked', { confirm: true }),
      checking.start('alarm', { confirm: true }),
      checking.start('network', { confirm: true }),
    ]);
    await pass(both);
    expect(rounds).toHaveLength(1);
    expect(network.asked.filter((url) => url === WEB)).toHaveLength(1);
  });

  test('one after the other make two', async () => {
    await start();
    await start();
    expect(rounds).toHaveLength(2);
  });
});

describe('an answer', () => {
  const popup = async () => {
    await checking.startIfStale();
    await vi.advanceTimersByTimeAsync(2_000);
  };

  test('that does not exist is asked for when the popup opens', async () => {
    await popup();
    expect(rounds).toHaveLength(1);
  });

  test('of two minutes is good enough, an older one is renewed', async () => {
    await start();
    vi.setSystemTime(Date.now() + 60_000);
    await popup();
    expect(rounds).toHaveLength(1);
    vi.setSystemTime(Date.now() + 61_000);
    await popup();
    expect(rounds).toHaveLength(2);
  });

  test('from the future, where the clock went back, is renewed', async () => {
    await start();
    vi.setSystemTime(Date.now() - 3_600_000);
    await popup();
    expect(rounds).toHaveLength(2);
  });
});

describe('another network', () => {
  test('ends the round that runs, and starts one of its own', async () => {
    network.fate = RELAY_BLOCKED;
    const first = checking.start('network', { confirm: true });
    await vi.advanceTimersByTimeAsync(500);
    network.fate = OPEN;
    await pass(checking.networkChanged());
    await first;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(rounds).toHaveLength(1);
    expect(rounds[0]?.snapshot.network.state).toBe('clear');
  });
});
