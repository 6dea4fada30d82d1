import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hostOf } from '../../core/catalogue/endpoint.ts';
import { due, lookForEdition, ring, tell, wakeUp } from '../../probes/testing/background.ts';
import { type Extension, extension } from '../../probes/testing/extension.ts';
import {
  CONTROLS,
  nothingAnswers,
  OPEN,
  RELAY,
  RELAY_BLOCKED,
  WEB,
  type World,
  world,
} from '../../probes/testing/world.ts';

vi.mock('../../platform/catalogue.ts', async () => {
  const { CATALOGUE } = await import('../../probes/testing/world.ts');
  const controls = CATALOGUE.controls.map(({ url }) => ({ url, kind: 'stun' as const, operator: '' }));
  const packaged = { services: [], controls, doh: [], health: { endpoints: {} } };
  return { loadCatalogue: async () => CATALOGUE, loadPackaged: async () => packaged };
});

const CONTROL_HOSTS = CONTROLS.map(({ url }) => hostOf(url));
const HOSTS = [hostOf(WEB), hostOf(RELAY), ...CONTROL_HOSTS];

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

  test('nothing is sent by agreeing: the first check is asked for', async () => {
    await wakeUp();
    await tell('agree', { hosts: HOSTS });
    await pass(5_000);
    expect(network.asked).toEqual([]);
  });
});

describe('once the person has agreed', () => {
  const agreeTo = async (...hosts: string[]) => {
    network.asked.length = 0;
    await tell('agree', { hosts });
    await tell('checkNow', { confirm: false });
    await pass(10_000);
  };
  const asked = () => new Set(network.asked.map(hostOf));

  test('a check asks the hosts that were agreed to', async () => {
    await wakeUp();
    await agreeTo(...HOSTS);
    expect(await calls()).toBe('clear');
    expect(asked()).toContain(hostOf(WEB));
  });

  test('it asks no other, and those as well once they are agreed to', async () => {
    await wakeUp();
    await agreeTo(hostOf(RELAY), ...CONTROL_HOSTS);
    expect(asked()).toContain(hostOf(RELAY));
    expect(asked()).not.toContain(hostOf(WEB));
    await agreeTo(hostOf(WEB));
    expect(asked()).toContain(hostOf(WEB));
  });

  test('it accuses nobody where the controls were not agreed to', async () => {
    network.fate = RELAY_BLOCKED;
    await wakeUp();
    for (let round = 0; round < 4; round++) await agreeTo(hostOf(WEB), hostOf(RELAY));
    expect(asked()).toEqual(new Set([hostOf(WEB), hostOf(RELAY)]));
    expect(await calls()).toBe('insufficient');
  });

  test('to more, an agreement from before hosts were named still holds for what there was', async () => {
    await agreed();
    await wakeUp();
    await tell('agree', { hosts: [hostOf(WEB)] });
    expect(await stored('consent')).toMatchObject({ hosts: [...new Set(CONTROL_HOSTS), hostOf(WEB)] });
  });

  test('a newer catalogue is looked for when a round has been filed', async () => {
    lookForEdition.mockClear();
    await wakeUp();
    await agreeTo(...HOSTS);
    expect(lookForEdition).toHaveBeenCalledOnce();
  });

  test.for<[state: string, answers: (url: string) => boolean]>([
    ['offline', () => false],
    ['sign-in-needed', (url) => url.startsWith('http:')],
  ])('it is not while the network is “%s”: the day’s look would be spent for nothing', async ([state, answers]) => {
    lookForEdition.mockClear();
    network.fate = (url) => (answers(url) ? OPEN(url) : nothingAnswers());
    await wakeUp();
    await agreeTo(...HOSTS);
    await pass(20_000);
    expect(await stored('snapshot')).toMatchObject({ network: { state } });
    expect(lookForEdition).not.toHaveBeenCalled();
  });

  test('a service of which nothing was agreed to is not judged', async () => {
    await wakeUp();
    await agreeTo(...CONTROL_HOSTS);
    expect(await stored('snapshot')).toMatchObject({ services: [] });
  });
});

describe('a test call that has ended', () => {
  const own = { id: 'own-00000001', name: 'Home', addresses: [{ kind: 'stun', url: 'stun:own.example:3478' }] };
  const call = () => ({
    service: own.id,
    summary: { at: Date.now() - 12_000, conclusion: 'cut' as const, transport: 'udp' as const, mos: null },
  });
  beforeEach(async () => {
    await agreed();
    await fakeBrowser.storage.local.set({ own: { schemaVersion: 1, servers: [own], former: {} } });
    await wakeUp();
  });

  test('is judged with in a round that follows at once, and put down to its network', async () => {
    const key = tell('callEnded', call());
    await pass(5_000);
    expect(await key).toMatch(/^[0-9a-f]{16}$/);
    const { services } = (await stored('snapshot')) as { services: { id: string; call?: object }[] };
    expect(services.find(({ id }) => id === own.id)?.call).toMatchObject({ conclusion: 'cut', cuts: 1 });
  });

  test('that is told badly is not, and no round is made', async () => {
    const key = tell('callEnded', { ...call(), summary: {} } as never);
    await pass(5_000);
    expect(await key).toBeNull();
    expect(network.asked).toEqual([]);
  });
});

describe('the first page', () => {
  const pages = async () => (await fakeBrowser.tabs.query({})).map(({ url }) => url);
  const install = async (reason: string) => {
    await wakeUp();
    await fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
    await pass(10);
    return pages();
  };

  test('opens when the extension is installed', async () => {
    expect(await install('install')).toContain('/welcome.html');
  });

  test.for(['update', 'browser_update'])('does not open after %s', async (reason) => {
    expect(await install(reason)).not.toContain('/welcome.html');
  });

  test('does not open for who has agreed', async () => {
    await agreed();
    expect(await install('install')).not.toContain('/welcome.html');
  });
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

  test('granted while a round runs is followed by one as well, if that one is not cancelled', async () => {
    network.fate = RELAY_BLOCKED;
    await agreed();
    await wakeUp();
    const grantedMeanwhile = async (then = async () => {}) => {
      browser.held.delete('webRequest');
      await tell('checkNow', { confirm: false });
      await pass(1_000);
      browser.held.add('webRequest');
      browser.permissionAdded.fire({ permissions: ['webRequest'] });
      await then();
      await pass(20_000);
      return explained();
    };
    expect(await grantedMeanwhile(async () => void (await tell('cancelCheck')))).toBeUndefined();
    expect(await grantedMeanwhile()).toBe(true);
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
