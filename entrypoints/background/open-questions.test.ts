import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { due, ring, tell, wakeUp } from '../../probes/testing/background.ts';
import { type Extension, extension, lend } from '../../probes/testing/extension.ts';
import { observation } from '../../probes/testing/network.ts';
import { RELAY_BLOCKED, WEB, type World, world } from '../../probes/testing/world.ts';

/**
 * What should be true and is not yet. Each is expected to fail; one that begins to pass fails here, and then moves, without its `fails`,
 * to the tests of its part.
 */

const FEED = 'https://status.example/api/v2/status.json';

vi.mock('../../core/catalogue/index.ts', async () => {
  const { CONTROLS, SERVICE: demo } = await import('../../probes/testing/world.ts');
  const withFeed = { ...demo, statusFeeds: [{ url: FEED, format: 'statuspage' }] };
  return { SERVICES: [withFeed], CONTROLS, DOH: [], serviceById: () => demo };
});

let browser: Extension;
let network: World;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  browser = extension();
  network = world();
  await fakeBrowser.storage.local.set({ consent: { agreedAt: 1 } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface Stored {
  readonly takenAt: number;
  readonly confirming: boolean;
  readonly network: { readonly state: string };
  readonly services: readonly { readonly calls: { readonly state: string } }[];
}
const snapshot = async () => (await fakeBrowser.storage.local.get('snapshot')).snapshot as Stored | undefined;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const check = async (confirm = true, ms = 9_000) => {
  await tell('checkNow', { confirm });
  await pass(ms);
};

describe('a message that wakes the worker', () => {
  /** Chromium's hidden page: answers only while it is open, and a question to a page that is being closed is lost. */
  const hiddenPage = () => {
    const page = browser.offscreen;
    fakeBrowser.runtime.onMessage.addListener((message: { type: string; data: { url: string } }, _, respond) => {
      if (message.type !== 'iceProbe') return;
      const wasOpen = page.open;
      setTimeout(
        () => respond(page.open && wasOpen ? { res: observation(message.data.url, 'answered') } : undefined),
        40,
      );
      return true as unknown as undefined;
    });
  };

  test.fails('starts its round only once what a killed worker left behind is put away', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    browser.offscreen.open = true;
    browser.offscreen.closesInMs = 30;
    vi.stubGlobal('RTCPeerConnection', undefined);
    await wakeUp();
    hiddenPage();
    await check();
    expect((await snapshot())?.services[0]?.calls.state).toBe('clear');
  });
});

describe('a start', () => {
  test.fails('plans the next check and paints although the hidden page can’t be closed', async () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    lend('runtime.getContexts', () => Promise.reject(new Error('no such context')));
    await wakeUp();
    await pass(50);
    expect(await due('check')).not.toBeNull();
  });

  test.fails('in a browser without WebRTC and without a hidden page finds the browser restricted', async () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    lend('offscreen', undefined);
    await wakeUp();
    await check();
    expect((await snapshot())?.network.state).toBe('browser-restricted');
  });
});

describe('cancelling', () => {
  test.fails('while a status feed is read leaves the old answer, too', async () => {
    await wakeUp();
    await check();
    const before = await snapshot();
    network.fate = (url) => (url === FEED ? 'silence' : RELAY_BLOCKED(url));
    await check(true, 0);
    while (!network.asked.includes(FEED)) await pass(100);
    await tell('cancelCheck');
    await pass(5_000);
    expect(await snapshot()).toEqual(before);
  });
});

describe('“confirming”', () => {
  const isPlanned = async () => (await snapshot())?.confirming === ((await due('confirm')) !== null);
  beforeEach(async () => {
    network.fate = RELAY_BLOCKED;
    await wakeUp();
    await check();
  });

  test.fails('is said only while another round is planned: not after the eighth', async () => {
    for (let i = 0; (await due('confirm')) !== null && i < 12; i++) {
      // A case that stays open: what was learned is forgotten.
      await fakeBrowser.storage.local.remove('evidence');
      void ring('confirm');
      await pass(9_000);
    }
    expect(await due('confirm')).toBeNull();
    expect(await isPlanned()).toBe(true);
  });

  test.fails('is said only while another round is planned: not after one was cancelled', async () => {
    void ring('confirm');
    await pass(300);
    await tell('cancelCheck');
    await pass(300);
    expect(await isPlanned()).toBe(true);
  });
});

describe('rounds that nobody asked for', () => {
  test.fails('do not follow one that was asked for alone, on another network either', async () => {
    await wakeUp();
    await check();
    network.address = '198.51.100.9';
    await check(false);
    expect(await due('confirm')).toBeNull();
  });

  test.fails('do not follow for ever where each of them fails', async () => {
    await wakeUp();
    await pass(50);
    const { set } = fakeBrowser.storage.local;
    lend('storage.local.set', (items: object) =>
      'snapshot' in items ? Promise.reject(new Error('quota')) : set(items),
    );
    await check();
    let repeated = 0;
    while (repeated < 20 && (await due('confirm')) !== null) {
      repeated++;
      void ring('confirm');
      await pass(9_000);
    }
    lend('storage.local.set', set);
    expect(repeated).toBeLessThan(10);
  });

  test.fails('do not follow the permission to notify: on a metered line only the person starts one', async () => {
    Object.assign(browser.connection, { saveData: true });
    await wakeUp();
    browser.permissionAdded.fire({ permissions: ['notifications'], origins: [] });
    await pass(5_000);
    expect(network.asked).not.toContain(WEB);
  });
});
