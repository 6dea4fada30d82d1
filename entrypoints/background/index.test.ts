import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { due, ring, tell, wakeUp } from '../../probes/testing/background.ts';
import { type Extension, extension, lend } from '../../probes/testing/extension.ts';
import { RELAY_BLOCKED, type World, world } from '../../probes/testing/world.ts';

vi.mock('../../core/catalogue/index.ts', async () => {
  const { CONTROLS, SERVICE } = await import('../../probes/testing/world.ts');
  return { SERVICES: [SERVICE], CONTROLS, DOH: [], serviceById: () => SERVICE };
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
const progress = async () => (await fakeBrowser.storage.session.get('progress')).progress;
const calls = async () =>
  ((await stored('snapshot')) as { services: { calls: { state: string } }[] } | undefined)?.services[0]?.calls.state;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a worker that starts', () => {
  test('listens for everything before it waits for anything', async () => {
    await wakeUp();
    const { runtime, alarms } = fakeBrowser;
    const events = [runtime.onMessage, runtime.onInstalled, runtime.onStartup, alarms.onAlarm];
    expect(events.map((event) => event.hasListeners())).toEqual([true, true, true, true]);
    for (const event of [browser.permissionAdded, browser.permissionRemoved, ...Object.values(browser.webRequest)]) {
      expect(event.addListener).toHaveBeenCalledOnce();
    }
  });

  test('clears the “checking” that a killed one left behind, and closes its page', async () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    browser.offscreen.open = true;
    const now = Date.now();
    await fakeBrowser.storage.session.set({
      progress: { roundId: 'x', startedAt: now, expiresAt: now + 30_000, done: 0, total: 9, services: [] },
    });
    await wakeUp();
    await pass(10);
    expect(await progress()).toBeUndefined();
    expect(browser.offscreen.open).toBe(false);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('');
  });

  test('paints the toolbar, which the browser forgot at its restart', async () => {
    await agreed();
    network.fate = RELAY_BLOCKED;
    await wakeUp();
    await tell('checkNow', { confirm: true });
    await pass(8_000);
    await fakeBrowser.action.setBadgeText({ text: '' });
    await wakeUp();
    await pass(10);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('?');
  });

  test('plans the next check when the browser has lost it', async () => {
    await wakeUp();
    await pass(10);
    expect(await due('check')).not.toBeNull();
  });

  test('sends nothing of itself', async () => {
    await agreed();
    await wakeUp();
    await pass(30_000);
    expect(network.asked).toEqual([]);
  });
});

describe('before the person has agreed', () => {
  test.for<[string, () => Promise<unknown>]>([
    ['installation', () => fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never)],
    ['the browser’s start', () => fakeBrowser.runtime.onStartup.trigger()],
    ['an alarm', () => ring('check')],
    ['the popup', () => tell('popupOpened')],
    ['“check now”', () => tell('checkNow', { confirm: true })],
    ['a permission', async () => browser.permissionAdded.fire({ permissions: ['notifications'] })],
    [
      'another connection',
      async () => {
        vi.stubGlobal('navigator', { onLine: false, connection: browser.connection });
        await tell('connectionChanged');
      },
    ],
  ])('nothing is sent by %s', async ([, happens]) => {
    await wakeUp();
    await pass(10);
    await happens();
    await pass(30_000);
    expect(network.asked).toEqual([]);
    expect(await stored('snapshot')).toBeUndefined();
  });

  test('nothing is sent by agreeing where checks are asked for one by one', async () => {
    await wakeUp();
    await tell('saveSettings', { automatic: false });
    await tell('agree');
    await pass(5_000);
    expect(network.asked).toEqual([]);
  });
});

test('Agreeing is followed by the first check', async () => {
  await wakeUp();
  await tell('agree');
  await pass(5_000);
  expect(await calls()).toBe('clear');
});

describe('the browser’s start, an update and installation anew', () => {
  test.for(['onInstalled', 'onStartup'] as const)('look at the network: %s', async (event) => {
    await agreed();
    await wakeUp();
    void fakeBrowser.runtime[event].trigger({ reason: 'update' } as never);
    await pass(5_000);
    expect(await calls()).toBe('clear');
  });
});

describe('an alarm', () => {
  test('makes a light round, and plans the next before it asks anything', async () => {
    await agreed();
    await wakeUp();
    await pass(10);
    void ring('check');
    await pass(50);
    expect(await due('check')).not.toBeNull();
    await pass(5_000);
    expect(await calls()).toBe('clear');
  });

  test('on a metered line asks nothing, and comes again', async () => {
    await agreed();
    Object.assign(browser.connection, { saveData: true });
    await wakeUp();
    await pass(10);
    void ring('check');
    await pass(5_000);
    expect(network.asked).toEqual([]);
    expect(await due('check')).not.toBeNull();
  });
});

test('Ears are opened when the permission comes, where there were none before', async () => {
  lend('webRequest', undefined);
  await wakeUp();
  lend('webRequest', browser.webRequest);
  browser.permissionAdded.fire({ permissions: ['webRequest'] });
  browser.permissionAdded.fire({ permissions: ['notifications'] });
  for (const event of Object.values(browser.webRequest)) expect(event.addListener).toHaveBeenCalledOnce();
});
