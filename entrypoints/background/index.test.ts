import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { due, ring, tell, wakeUp } from '../../probes/testing/background.ts';
import { type Extension, extension } from '../../probes/testing/extension.ts';
import { type World, world } from '../../probes/testing/world.ts';

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
const calls = async () =>
  ((await stored('snapshot')) as { services: { calls: { state: string } }[] } | undefined)?.services[0]?.calls.state;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

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

describe('*explain* that is', () => {
  const explained = async () => ((await stored('snapshot')) as { explained: boolean } | undefined)?.explained;

  test('granted, and given back, is followed by a round at once', async () => {
    await agreed();
    await wakeUp();
    browser.held.add('webRequest');
    browser.permissionAdded.fire({ permissions: ['webRequest'] });
    await pass(5_000);
    expect(await explained()).toBe(true);
    browser.held.delete('webRequest');
    browser.permissionRemoved.fire({ permissions: ['webRequest'] });
    await pass(5_000);
    expect(await explained()).toBe(false);
  });

  test('not what changed is followed by none: not the permission to notify, nor one that is for hosts alone', async () => {
    await agreed();
    await wakeUp();
    for (const event of [browser.permissionAdded, browser.permissionRemoved]) {
      event.fire({ permissions: ['notifications'], origins: [] });
      event.fire({ origins: ['https://web.example/*'] });
    }
    await pass(5_000);
    expect(network.asked).toEqual([]);
  });
});
