import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OwnServer } from '../../core/own/server.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { onMessage } from '../../platform/messages.ts';
import { consentItem, memoryItem, ownServersItem, snapshotItem } from '../../platform/storage.ts';
import { checkingAlone } from '../../probes/testing/checking.ts';
import { type Extension, extension, lend } from '../../probes/testing/extension.ts';
import { observation } from '../../probes/testing/network.ts';
import { CONTROLS, pass, SERVICE, type World, world } from '../../probes/testing/world.ts';
import type { Checking } from './checking.ts';

/** Servers of the person's own in a round. */

const SIP = 'wss://pbx.example/ws';
const TURN = 'turn:relay.own.example:3478?transport=udp';
const WEB = 'https://talk.own.example/';
const PBX: OwnServer = {
  id: 'own-00000001',
  name: 'Home',
  addresses: [
    { kind: 'sip', url: SIP },
    { kind: 'turn', url: TURN },
  ],
};
const TALK: OwnServer = { id: 'own-00000002', name: 'Talk', addresses: [{ kind: 'web', url: WEB }] };

let browser: Extension;
let network: World;
let rounds: Snapshot[];
let checking: Checking;
/** What the hidden page was asked. */
let probes: { url: string; own?: unknown }[];
let closePage: () => void;

async function begin(kind: 'chromium' | 'firefox', ...servers: OwnServer[]): Promise<void> {
  browser = extension(kind);
  network = world();
  probes = [];
  closePage = onMessage('probe', ({ data: { url, own } }) => {
    probes.push({ url, ...(own && { own }) });
    return observation(url, 'answered', own?.kind === 'sip' ? { probe: 'sip', code: '200' } : { code: 'relay' });
  });
  ({ checking, rounds } = checkingAlone());
  await consentItem.setValue({ agreedAt: Date.now() });
  await ownServersItem.setValue({ schemaVersion: 1, servers, former: {} });
}
beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => {
  closePage();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const start = () => pass(checking.start('asked', { confirm: false }));
const judged = (id: string) => rounds.at(-1)?.services.find((service) => service.id === id);

describe('a server of the person’s own', () => {
  test('comes after the services, in the person’s order', async () => {
    await begin('firefox', TALK, PBX);
    await start();
    expect(rounds[0]?.services.map(({ id }) => id)).toEqual([SERVICE.id, TALK.id, PBX.id]);
  });

  test.for(['chromium', 'firefox'] as const)(
    'is asked by SIP, and with credentials, by the hidden page, which alone has them: %s',
    async (kind) => {
      await begin(kind, PBX);
      await start();
      const own = probes.filter((probe) => probe.own);
      expect(own).toEqual(
        expect.arrayContaining([
          { url: SIP, own: { server: PBX.id, kind: 'sip' } },
          { url: TURN, own: { server: PBX.id, kind: 'turn' } },
        ]),
      );
      expect(own).toHaveLength(2);
      expect(judged(PBX.id)).toMatchObject({
        calls: { state: 'clear', rule: 'calls.own-relay-answered' },
        messages: { state: 'reachable' },
        evidence: [{ observation: { probe: 'sip', code: '200' } }, { observation: { code: 'relay' } }],
      });
    },
  );

  test('is asked as any other over the web', async () => {
    await begin('firefox', TALK);
    await start();
    expect(network.asked).toContain(WEB);
    expect(judged(TALK.id)?.calls.rule).toBe('calls.untestable');
  });

  test('is left out where nothing of it was agreed to', async () => {
    await begin('firefox', TALK, PBX);
    await consentItem.setValue({ agreedAt: 1, hosts: ['pbx.example', ...CONTROLS.map(({ operator }) => operator)] });
    await start();
    expect(network.asked).not.toContain(WEB);
    expect(judged(TALK.id)).toBeUndefined();
    expect(probes.map(({ url }) => url)).toEqual([SIP]);
  });

  test('at an address that the catalogue has as well is asked once, and judged for both', async () => {
    const { url } = CONTROLS.find(({ kind }) => kind === 'stun') ?? { url: '' };
    await begin('firefox', { ...PBX, addresses: [{ kind: 'stun', url }] });
    await start();
    expect(network.asked.filter((asked) => asked === url)).toHaveLength(1);
    expect(judged(PBX.id)?.evidence).toMatchObject([{ observation: { outcome: 'answered' } }]);
  });

  test('that is taken away while a round runs is not asked any more', async () => {
    await begin('firefox', PBX);
    const round = checking.start('asked', { confirm: false });
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    await vi.advanceTimersByTimeAsync(5);
    await ownServersItem.setValue({ schemaVersion: 1, servers: [], former: {} });
    await pass(round);
    expect(probes).toEqual([]);
    expect(judged(PBX.id)?.calls.state).toBe('insufficient');
  });

  test('that is damaged in the store costs the others nothing', async () => {
    await begin('firefox', TALK);
    await ownServersItem.setValue({ schemaVersion: 1, servers: [null, { id: 'own-x' }, TALK], former: {} } as never);
    await start();
    expect(rounds[0]?.services.map(({ id }) => id)).toEqual([SERVICE.id, TALK.id]);
  });
});

describe('what the browser tells of its requests', () => {
  const heard = () => browser.webRequest.onErrorOccurred.addListener.mock.calls.length > 0;

  test('is heard where its own host was granted, which explains no other service', async () => {
    await begin('firefox', TALK);
    lend('runtime.getManifest', () => ({ optional_host_permissions: ['*://others.example/*', 'https://*/*'] }));
    browser.held.add('https://talk.own.example/*').add('webRequest');
    await start();
    expect(heard()).toBe(true);
    expect(rounds[0]?.explained).toBe(false);
  });

  test('is not waited for where it was not', async () => {
    await begin('firefox', TALK);
    browser.held.add('webRequest');
    network.fate = (url) => (url === WEB ? { after: 10, outcome: 'failed' } : { after: 40, outcome: 'answered' });
    const controls = CONTROLS.filter(({ kind }) => kind === 'stun');
    ({ checking, rounds } = checkingAlone({ catalogue: async () => ({ services: [], controls, doh: [] }) }));
    const began = performance.now();
    await start();
    // What the browser tells of a request may come 600 ms after it.
    expect(performance.now() - began).toBeLessThan(600);
    expect(rounds[0]?.explained).toBe(true);
  });
});

describe('a test call', () => {
  const summary = (at: number, conclusion: 'cut' | 'works' = 'cut') => ({
    at,
    conclusion,
    transport: 'udp' as const,
    mos: null,
  });
  const call = (at = Date.now() - 12_000) => ({ service: PBX.id, summary: summary(at) });
  beforeEach(() => begin('firefox', PBX));

  test('is judged with in a round of its own, and put down to its network', async () => {
    const key = await pass(checking.callEnded(call()));
    expect(key).toMatch(/^[0-9a-f]{16}$/);
    expect(judged(PBX.id)).toMatchObject({
      calls: { rule: 'calls.media-cut-once', mechanism: 'media.cut' },
      call: { conclusion: 'cut', cuts: 1 },
    });
    expect(rounds).toHaveLength(1);
    const { networks = {} } = (await memoryItem.getValue()) ?? {};
    expect(networks[key ?? '']?.calls).toMatchObject({ [PBX.id]: { cuts: 1 } });
  });

  test('is judged with once', async () => {
    await pass(checking.callEnded(call()));
    await start();
    expect(judged(PBX.id)?.call?.cuts).toBe(1);
    await pass(checking.callEnded(call()));
    expect(judged(PBX.id)?.calls.rule).toBe('calls.media-cut');
  });

  test('waits for a round that runs, which began before the call was over', async () => {
    const running = checking.start('alarm', { confirm: true });
    const told = checking.callEnded(call());
    await pass(running);
    expect(rounds.at(-1)?.services.at(-1)?.call).toBeUndefined();
    expect(await pass(told)).not.toBeNull();
    expect(rounds).toHaveLength(2);
    expect(judged(PBX.id)?.call?.cuts).toBe(1);
  });

  test('is dropped where the network has changed since it began', async () => {
    const began = Date.now();
    await vi.advanceTimersByTimeAsync(1_000);
    await pass(checking.networkChanged());
    expect(await pass(checking.callEnded(call(began)))).toBeNull();
    expect(judged(PBX.id)?.call).toBeUndefined();
  });

  test('is dropped where the network changes before it could be judged', async () => {
    const told = checking.callEnded(call());
    await vi.advanceTimersByTimeAsync(5);
    void checking.networkChanged();
    expect(await pass(told)).toBeNull();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(rounds).toHaveLength(1);
    expect(judged(PBX.id)?.call).toBeUndefined();
  });

  test('is dropped where the round is cancelled', async () => {
    const told = checking.callEnded(call());
    await vi.advanceTimersByTimeAsync(5);
    checking.cancel();
    expect(await pass(told)).toBeNull();
    await start();
    expect(judged(PBX.id)?.call).toBeUndefined();
  });

  test('counts also where nothing tells which network it is', async () => {
    network.fate = (url) => (url.startsWith('stun:') ? 'silence' : { after: 40, outcome: 'answered' });
    expect(await pass(checking.callEnded(call()))).toBeNull();
    expect(judged(PBX.id)?.call).toMatchObject({ cuts: 1 });
  });

  test('says nothing before the person has agreed', async () => {
    await consentItem.removeValue();
    expect(await pass(checking.callEnded(call()))).toBeNull();
    expect(await snapshotItem.getValue()).toBeNull();
  });
});
