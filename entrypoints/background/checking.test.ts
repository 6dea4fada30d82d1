import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hostOf } from '../../core/catalogue/endpoint.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { currentSettings } from '../../platform/settings.ts';
import { consentItem, memoryItem, progressItem, settingsItem, snapshotItem } from '../../platform/storage.ts';
import { endpoint } from '../../probes/testing/catalogue.ts';
import { checkingAlone } from '../../probes/testing/checking.ts';
import { type Extension, extension, HOSTS, lend } from '../../probes/testing/extension.ts';
import {
  CATALOGUE,
  CONTROLS,
  nothingAnswers,
  pass,
  RELAY,
  SERVICE,
  WEB,
  type World,
  world,
} from '../../probes/testing/world.ts';
import type { Checking, Trigger } from './checking.ts';

let browser: Extension;
let network: World;
let rounds: Snapshot[];
let checking: Checking;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  browser = extension();
  network = world();
  ({ checking, rounds } = checkingAlone());
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
    expect(rounds).toEqual([snapshot]);
    expect(await progressItem.getValue()).toBeNull();
  });

  test.for([[[]], [['x'.repeat(65), 'unknown']]])('asks only for services that were chosen: %j', async ([services]) => {
    await settingsItem.setValue({ ...(await currentSettings()), services: services ?? null });
    await start();
    expect(network.asked).not.toContain(WEB);
    expect(rounds[0]?.services).toEqual([]);
  });

  test('stores and tells no address', async () => {
    await start();
    const everything = JSON.stringify([await snapshotItem.getValue(), await memoryItem.getValue()]);
    expect(everything).not.toMatch(/203\.0\.113|10\.77\.0/);
  });

  test('closes the hidden page that it opened', async () => {
    browser = extension('chromium');
    await consentItem.setValue({ agreedAt: Date.now() });
    await start();
    expect(browser.offscreen.createDocument).toHaveBeenCalledOnce();
    expect(browser.offscreen.open).toBe(false);
  });

  test('without WebRTC in this browser, and no page that lends it, finds the browser restricted', async () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    await start();
    expect(rounds[0]?.network.state).toBe('browser-restricted');
  });
});

describe('what the browser tells of our requests', () => {
  const listeners = () => Object.values(browser.webRequest).map((event) => event.listeners.length);

  test('is listened to while a round runs that may, and no longer', async () => {
    browser.held.add('webRequest');
    const round = checking.start('asked', { confirm: true });
    await vi.advanceTimersByTimeAsync(20);
    expect(listeners()).toEqual([1, 1, 1]);
    await pass(round);
    expect(listeners()).toEqual([0, 0, 0]);
    expect(rounds[0]?.explained).toBe(true);
  });

  test('is listened to for the hosts that were granted, though an update has named more since', async () => {
    lend('runtime.getManifest', () => ({ optional_host_permissions: [...HOSTS, '*://new.example/*'] }));
    browser.held.add('webRequest');
    await start();
    expect(rounds[0]?.explained).toBe(true);
  });

  test('is not listened to any longer when the round was cancelled', async () => {
    browser.held.add('webRequest');
    const round = checking.start('asked', { confirm: true });
    await vi.advanceTimersByTimeAsync(20);
    checking.cancel();
    await pass(round);
    expect(listeners()).toEqual([0, 0, 0]);
  });

  test('is not listened to without the permission', async () => {
    const round = checking.start('asked', { confirm: true });
    await vi.advanceTimersByTimeAsync(20);
    expect(listeners()).toEqual([0, 0, 0]);
    await pass(round);
  });

  test('is not said to explain anything where there is no such API', async () => {
    browser.held.add('webRequest');
    lend('webRequest', undefined);
    await start();
    expect(rounds[0]?.explained).toBe(false);
  });
});

describe('nothing is sent', () => {
  const triggers: Trigger[] = ['asked', 'alarm', 'confirm', 'network', 'stale'];
  const own: Trigger[] = ['alarm', 'confirm', 'network', 'stale'];

  test.for(triggers)('before the person has agreed: %s', async (trigger) => {
    await consentItem.removeValue();
    await start(trigger);
    expect(network.asked).toEqual([]);
    expect(await snapshotItem.getValue()).toBeNull();
    expect(browser.offscreen.createDocument).not.toHaveBeenCalled();
  });

  test('to a host that the person has not agreed to, though the verdict knows of it', async () => {
    const unknown = ['https://new.example/', 'turn:new.example:3478?transport=udp'] as const;
    const endpoints = [...SERVICE.endpoints, endpoint('signalling', unknown[0]), endpoint('media', unknown[1])];
    const controls = [...CONTROLS, { url: 'stun:new.example:3478', kind: 'stun', operator: 'new' } as const];
    const agreed = [...SERVICE.endpoints, ...CONTROLS].map(({ url }) => hostOf(url));
    await consentItem.setValue({ agreedAt: 1, hosts: agreed });
    network.fate = nothingAnswers;
    ({ checking, rounds } = checkingAlone({
      catalogue: async () => ({ ...CATALOGUE, services: [{ ...SERVICE, endpoints }], controls }),
    }));
    for (const trigger of ['asked', 'alarm'] as const) await start(trigger);
    expect(network.asked).toContain(WEB);
    expect(network.asked.filter((url) => !agreed.includes(hostOf(url)))).toEqual([]);
    expect(rounds[1]?.services[0]?.evidence.map(({ url }) => url)).toEqual(expect.arrayContaining([...unknown]));
  });

  test.for(own)('on a metered line without being asked for: %s', async (trigger) => {
    Object.assign(browser.connection, { saveData: true });
    await start(trigger);
    expect(network.asked).toEqual([]);
  });

  test.for(own)('on its own where that was switched off: %s', async (trigger) => {
    await settingsItem.setValue({ ...(await currentSettings()), automatic: false });
    await start(trigger);
    expect(network.asked).toEqual([]);
  });
});

test('What the person asked for is done on a metered line, too, and is confirmed there', async () => {
  Object.assign(browser.connection, { type: 'cellular' });
  await settingsItem.setValue({ ...(await currentSettings()), automatic: false });
  await start('asked');
  await start('confirm');
  expect(rounds).toHaveLength(2);
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
