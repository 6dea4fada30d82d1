import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Plans } from '../../core/announce/plans.ts';
import { snapshot } from '../../core/verdict/testing-snapshot.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings.ts';
import { plansItem, settingsItem } from '../../platform/storage.ts';
import { extension } from '../../probes/testing/extension.ts';
import { CHECK, CONFIRM, createSchedule, type Schedule } from './schedule.ts';

const NOW = 1_700_000_000_000;
let schedule: Schedule;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  extension();
  schedule = createSchedule();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Seconds until an alarm; null when there is none. */
async function due(name: string): Promise<number | null> {
  const alarm = await fakeBrowser.alarms.get(name);
  return alarm ? (alarm.scheduledTime - Date.now()) / 1_000 : null;
}

const finished = (confirming = false) => schedule.after({ ...snapshot({ network: 'clear' }), confirming });
/** As a round that begins has read them. */
const begun = async () => schedule.guard(await plansItem.getValue());
const plan = async (more: Partial<Plans>) => plansItem.setValue({ ...(await plansItem.getValue()), ...more });

describe('after a round', () => {
  test('that promises another, it follows in half a minute', async () => {
    await finished(true);
    expect(await due(CONFIRM)).toBe(30);
    expect(await due(CHECK)).not.toBeNull();
  });

  test('that promises none, none follows, whatever was planned before', async () => {
    await finished(true);
    await finished(false);
    expect(await due(CONFIRM)).toBeNull();
    expect(await due(CHECK)).not.toBeNull();
  });
});

describe('the next regular check', () => {
  test('comes after the interval that was chosen', async () => {
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, intervalMinutes: 60 });
    await finished();
    expect(await due(CHECK)).toBe(3_600);
  });

  test('comes later and later where nothing changes, and soon again once something does', async () => {
    const afterQuiet = async (quietRounds: number) => {
      await plan({ quietRounds });
      await finished();
      return due(CHECK);
    };
    expect(await afterQuiet(5)).toBe(1_800);
    expect(await afterQuiet(6)).toBe(3_600);
    expect(await afterQuiet(16)).toBe(7_200);
    expect(await afterQuiet(0)).toBe(1_800);
  });

  test('is not planned where checks on its own are off, and what was planned is dropped', async () => {
    await finished();
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, automatic: false });
    await schedule.renew();
    expect(await due(CHECK)).toBeNull();
    await finished();
    await schedule.ensure();
    expect(await due(CHECK)).toBeNull();
  });

  test('is planned again when it was lost with the browser, and left alone when it was not', async () => {
    await schedule.ensure();
    expect(await due(CHECK)).toBe(1_800);
    vi.setSystemTime(NOW + 600_000);
    await schedule.ensure();
    expect(await due(CHECK)).toBe(1_200);
  });

  test('follows a change of settings at once', async () => {
    await schedule.ensure();
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, intervalMinutes: 15 });
    await schedule.renew();
    expect(await due(CHECK)).toBe(900);
  });

  test('survives damaged settings and plans', async () => {
    await fakeBrowser.storage.local.set({ settings: 'none', plans: 'none' });
    await finished();
    expect(await due(CHECK)).toBe(1_800);
  });
});

describe('a round that begins', () => {
  test('is made again in a minute should the browser end the worker', async () => {
    await begun();
    expect(await due(CONFIRM)).toBe(60);
  });

  test('and ends as it should is not', async () => {
    await begun();
    await finished();
    expect(await due(CONFIRM)).toBeNull();
  });

  test('and is cancelled is not, and has ended', async () => {
    for (let i = 0; i < 5; i++) {
      await begun();
      expect(await due(CONFIRM)).toBe(60);
      await schedule.unguard();
      expect(await due(CONFIRM)).toBeNull();
    }
  });

  test('is counted as unfinished, beside what else is kept', async () => {
    await plan({ turn: 7, quietRounds: 3, confirmations: 2, wanted: true });
    await begun();
    expect(await plansItem.getValue()).toEqual({
      turn: 7,
      quietRounds: 3,
      confirmations: 2,
      unfinished: 1,
      wanted: true,
    });
  });

  test('and never ends is made again three times, and then left to the regular check', async () => {
    const seen: (number | null)[] = [];
    for (let i = 0; i < 5; i++) {
      await fakeBrowser.alarms.clear(CONFIRM);
      await begun();
      seen.push(await due(CONFIRM));
    }
    expect(seen).toEqual([60, 60, 60, null, null]);
  });
});
