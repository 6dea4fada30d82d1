import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_NETWORK, UNIDENTIFIED } from '../../core/evidence/memory.ts';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { DEFAULT_SETTINGS } from '../../platform/defaults.ts';
import { forgotten } from '../../platform/history/place-kept.ts';
import { consentItem, memoryItem, plansItem, settingsItem, snapshotItem } from '../../platform/storage.ts';
import { endpoint } from '../../probes/testing/catalogue.ts';
import { checkingAlone } from '../../probes/testing/checking.ts';
import { extension } from '../../probes/testing/extension.ts';
import { CATALOGUE, OPEN, pass, RELAY_BLOCKED, SERVICE, WEB, type World, world } from '../../probes/testing/world.ts';
import type { Checking, Trigger } from './checking.ts';

/** How rounds follow each other. */

let network: World;
let rounds: Snapshot[];
let checking: Checking;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  extension();
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
const plans = () => plansItem.getValue();
/** A round of which nothing was learned: what was suspected stays so. */
const openCase = async () => {
  network.fate = RELAY_BLOCKED;
  await memoryItem.removeValue();
  await start('confirm');
};

describe('more rounds are promised', () => {
  test('when a silent relay looks blocked', async () => {
    network.fate = RELAY_BLOCKED;
    await start();
    expect(rounds[0]).toMatchObject({ confirming: true, services: [{ calls: { state: 'suspected' } }] });
    expect((await plans()).confirmations).toBe(1);
  });

  test('once, when the public network is another one', async () => {
    await start();
    network.address = '198.51.100.9';
    await start();
    await start();
    expect(rounds.map(({ confirming }) => confirming)).toEqual([false, true, false]);
  });

  test('by no round that was asked for alone, on another network either', async () => {
    network.fate = RELAY_BLOCKED;
    await start('asked', false);
    network.fate = OPEN;
    await start('asked', false);
    network.address = '198.51.100.9';
    await start('asked', false);
    expect(rounds.map(({ confirming }) => confirming)).toEqual([false, false, false]);
    expect((await plans()).confirmations).toBe(0);
  });

  test('eight times while a case stays open; the ninth waits for the regular check', async () => {
    for (let i = 0; i < 10; i++) await openCase();
    expect(rounds.map(({ confirming }) => confirming)).toEqual([...Array(8).fill(true), false, false]);
  });

  test('eight times anew once the case was decided', async () => {
    for (let i = 0; i < 9; i++) await openCase();
    network.fate = OPEN;
    await start();
    expect((await plans()).confirmations).toBe(0);
    await openCase();
    expect(rounds.at(-1)?.confirming).toBe(true);
  });

  test('no longer when one of them was cancelled', async () => {
    network.fate = RELAY_BLOCKED;
    await start();
    const round = checking.start('confirm', { confirm: true });
    await vi.advanceTimersByTimeAsync(300);
    checking.cancel();
    await pass(round);
    expect(await snapshotItem.getValue()).toEqual({ ...rounds[0], confirming: false });
  });
});

describe('a round is counted', () => {
  test('as quiet where nothing has changed', async () => {
    const seen: number[] = [];
    const next = async () => {
      await start('alarm');
      seen.push((await plans()).quietRounds);
    };
    for (let i = 0; i < 4; i++) await next();
    network.fate = () => 'silence';
    await next();
    await next();
    network.fate = OPEN;
    network.address = '198.51.100.9';
    await next();
    network.address = '203.0.113.77';
    await next();
    await next();
    expect(seen).toEqual([0, 1, 2, 3, 0, 1, 0, 0, 1]);
  });

  test('as one more in turn, so that light rounds take turns', async () => {
    await start();
    await start('alarm');
    expect((await plans()).turn).toBe(2);
  });

  test('as ended, however many before it were not', async () => {
    await plansItem.setValue({ ...(await plans()), unfinished: 2 });
    await start();
    expect((await plans()).unfinished).toBe(0);
  });
});

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

  test('of which one is wanted, during a background round, are followed by one that asks everything', async () => {
    const setup = 'https://setup.example/';
    const services = [{ ...SERVICE, endpoints: [...SERVICE.endpoints, endpoint('call-setup', setup)] }];
    const askedAll: boolean[] = [];
    const onRound = async () => void askedAll.push(network.asked.includes(setup));
    const { checking: thorough } = checkingAlone({ catalogue: async () => ({ ...CATALOGUE, services }), onRound });
    const all = (['alarm', 'asked', 'asked'] as const).map((trigger) => thorough.start(trigger, { confirm: true }));
    await pass(Promise.all(all));
    expect(askedAll).toEqual([false, true]);
  });

  test.for<Trigger>(['alarm', 'network', 'stale', 'confirm'])(
    'of which the second is nobody’s wish make one, a background round: %s',
    async (second) => {
      const background = checking.start('alarm', { confirm: true });
      await start(second);
      await background;
      expect(rounds).toHaveLength(1);
    },
  );

  test.for<Trigger>(['network', 'stale', 'confirm', 'asked'])(
    'of which the first asks as much as a person could want make one: %s',
    async (first) => {
      const round = checking.start(first, { confirm: true });
      await start();
      await round;
      expect(rounds).toHaveLength(1);
    },
  );

  test('of which the first asks nothing, as nobody wants it unasked, make the one that is wanted', async () => {
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, automatic: false });
    const unasked = checking.start('stale', { confirm: true });
    await start();
    await unasked;
    expect(rounds).toHaveLength(1);
  });

  test('one after the other make two', async () => {
    await start();
    await start();
    expect(rounds).toHaveLength(2);
  });
});

describe('what is remembered of networks, deleted while a round runs,', () => {
  test('stays deleted: the round is judged by itself', async () => {
    await start();
    network.address = '198.51.100.9';
    network.fate = RELAY_BLOCKED;
    await start();
    const here = rounds[1]?.network.key ?? '';
    const round = checking.start('asked', { confirm: true });
    await vi.advanceTimersByTimeAsync(300);
    await forgotten(null);
    await pass(round);
    const { networks } = (await memoryItem.getValue()) ?? {};
    expect(Object.keys(networks ?? {})).toEqual([here]);
    expect(rounds[2]).toMatchObject({ network: { since: rounds[2]?.takenAt }, services: [{ calls: { rounds: 1 } }] });
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
    expect(rounds[0]?.network.state).toBe('clear');
  });

  test('is not judged by what was seen where no control told which one it was', async () => {
    const memory = { schemaVersion: 1 as const, networks: { [UNIDENTIFIED]: EMPTY_NETWORK }, answered: {} };
    const networks = async () => Object.keys((await memoryItem.getValue())?.networks ?? {});
    await memoryItem.setValue(memory);
    await start();
    expect(await networks()).toContain(UNIDENTIFIED);
    await pass(checking.networkChanged());
    await vi.advanceTimersByTimeAsync(9_000);
    expect(await networks()).toEqual([rounds[1]?.network.key]);
  });

  test('is asked as the person wanted the one before: alone', async () => {
    network.fate = RELAY_BLOCKED;
    const first = checking.start('asked', { confirm: false });
    await vi.advanceTimersByTimeAsync(500);
    await pass(checking.networkChanged());
    await first;
    await vi.advanceTimersByTimeAsync(9_000);
    expect(rounds.map(({ confirming }) => confirming)).toEqual([false]);
  });
});
