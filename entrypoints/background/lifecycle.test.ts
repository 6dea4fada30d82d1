import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { due, ring, tell, wakeUp } from '../../probes/testing/background.ts';
import { type Extension, extension, lend } from '../../probes/testing/extension.ts';
import { observation } from '../../probes/testing/network.ts';
import { RELAY_BLOCKED, type World, world } from '../../probes/testing/world.ts';

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

describe('a worker that starts', () => {
  test('listens for everything before it waits for anything', async () => {
    await wakeUp();
    const { runtime, alarms } = fakeBrowser;
    const events = [runtime.onMessage, runtime.onInstalled, runtime.onStartup, alarms.onAlarm];
    expect(events.map((event) => event.hasListeners())).toEqual([true, true, true, true]);
    for (const event of [browser.permissionAdded, browser.permissionRemoved]) {
      expect(event.addListener).toHaveBeenCalledOnce();
    }
    await pass(10);
  });

  test('is not woken by what the person visits: it listens to requests only during a round', async () => {
    browser.held.add('webRequest');
    await agreed();
    await wakeUp();
    await pass(1_000);
    for (const event of Object.values(browser.webRequest)) expect(event.addListener).not.toHaveBeenCalled();
  });

  test('clears the “checking” that a killed one left behind, and closes its page', async () => {
    browser = extension('chromium');
    browser.offscreen.open = true;
    const now = Date.now();
    await fakeBrowser.storage.session.set({
      progress: { roundId: 'x', startedAt: now, expiresAt: now + 30_000, done: 0, total: 9, services: [] },
    });
    await wakeUp();
    await pass(10);
    expect(await progress()).toBeNull();
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

describe('a start on which something can’t be put away', () => {
  test.for<[string, () => void]>([
    [
      'the hidden page',
      () => {
        browser = extension('chromium');
        lend('runtime.getContexts', () => Promise.reject(new Error('no such context')));
      },
    ],
    ['the “checking”', () => lend('storage.session.set', () => Promise.reject(new Error('quota')))],
  ])('plans the next check and paints all the same: %s', async ([, breaks]) => {
    breaks();
    const paint = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    await wakeUp();
    await pass(50);
    expect(await due('check')).not.toBeNull();
    expect(paint).toHaveBeenCalled();
  });
});

describe('in a browser that lends a page for WebRTC', () => {
  /** Answers only while it is open, and a question to a page that is being closed is lost. */
  const hiddenPage = () => {
    const page = browser.offscreen;
    fakeBrowser.runtime.onMessage.addListener((message: { type: string; data: { url: string } }, _, respond) => {
      if (message.type !== 'probe') return;
      const wasOpen = page.open;
      setTimeout(
        () => respond(page.open && wasOpen ? { res: observation(message.data.url, 'answered') } : undefined),
        40,
      );
      return true as unknown as undefined;
    });
  };
  beforeEach(async () => {
    browser = extension('chromium');
    network = world();
    vi.stubGlobal('RTCPeerConnection', undefined);
    vi.mocked(Math.random).mockReturnValue(0);
    browser.offscreen.open = true;
    browser.offscreen.closesInMs = 30;
    await agreed();
  });

  test.for<[string, () => Promise<unknown>]>([
    ['a message', () => tell('checkNow', { confirm: true })],
    ['the browser’s start', () => fakeBrowser.runtime.onStartup.trigger()],
    ['an alarm', () => ring('check')],
  ])('%s that wakes the worker starts its round only once a page that was left behind is closed', async ([, wakes]) => {
    await fakeBrowser.alarms.create('check', { delayInMinutes: 30 });
    await wakeUp();
    hiddenPage();
    void wakes();
    await pass(9_000);
    expect(await calls()).toBe('clear');
    expect(browser.offscreen.open).toBe(false);
  });
});
