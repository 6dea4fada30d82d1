import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Snapshot } from '../../core/verdict/snapshot.ts';
import { currentSettings } from '../../platform/settings.ts';
import { consentItem, memoryItem, settingsItem } from '../../platform/storage.ts';
import { checkingAlone } from '../../probes/testing/checking.ts';
import { extension } from '../../probes/testing/extension.ts';
import { pass, world } from '../../probes/testing/world.ts';
import type { Checking } from './checking.ts';

let rounds: Snapshot[];
let checking: Checking;
let complaints: ReturnType<typeof vi.spyOn>;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  extension();
  world();
  complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  ({ checking, rounds } = checkingAlone());
  await consentItem.setValue({ agreedAt: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const start = () => pass(checking.start('asked', { confirm: true }));
/** Puts into the store what no version of the product would. */
const damage = (values: Record<string, unknown>) => fakeBrowser.storage.local.set(values);

describe('a damaged record', () => {
  test.for<[string, unknown]>([
    ['settings', 'none'],
    ['settings', { services: 7, automatic: 'no' }],
    ['snapshot', { schemaVersion: 1 }],
    ['snapshot', 'clear'],
    ['evidence', { schemaVersion: 9 }],
    ['evidence', []],
    ['plans', 'none'],
    ['plans', { turn: 'many' }],
    ['plans', { turn: -3.5, quietRounds: null }],
    ['salt', 7],
  ])('costs no round: %s = %j', async ([key, value]) => {
    await damage({ [key]: value });
    await start();
    expect(complaints).not.toHaveBeenCalled();
    expect(rounds[0]?.network.state).toBe('clear');
  });

  test('of evidence costs no earned vote beside it', async () => {
    const earned = 'https://earned.example/';
    await damage({
      evidence: {
        schemaVersion: 1,
        networks: { broken: { walks: 'none' } },
        answered: { [earned]: Date.now() - 1_000, 'https://broken.example/': 'yesterday' },
      },
    });
    await start();
    const memory = await memoryItem.getValue();
    expect(memory?.answered).toHaveProperty([earned], Date.now() === 0 ? 0 : expect.any(Number));
    expect(memory?.answered).not.toHaveProperty(['https://broken.example/']);
    expect(Object.keys(memory?.networks ?? {})).toEqual([rounds[0]?.network.key]);
  });

  test('of settings leaves the sound ones in force', async () => {
    await damage({ settings: { services: ['demo'], intervalMinutes: 'often', automatic: false } });
    expect(await currentSettings()).toMatchObject({ services: ['demo'], automatic: false, intervalMinutes: 30 });
    await settingsItem.removeValue();
  });
});
