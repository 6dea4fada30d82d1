import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { snapshot } from '../../core/verdict/testing-snapshot.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings.ts';
import { plansItem, settingsItem } from '../../platform/storage.ts';
import { extension } from '../../probes/testing/extension.ts';
import type { FinishedRound } from './checking.ts';
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

/** A finished round; `settled` when the network's state is older than the round. */
function round({ confirming = false, settled = true, moved = false } = {}): FinishedRound {
  const plain = snapshot({ network: 'clear' });
  const network = { ...plain.network, since: settled ? NOW - 3_600_000 : NOW };
  return { moved, snapshot: { ...plain, network, confirming, takenAt: NOW } };
}
const finished = async (...rounds: FinishedRound[]) => {
  for (const one of rounds) await schedule.after(one);
};

describe('after a round that left something open', () => {
  test('a confirming one follows in half a minute', async () => {
    await finished(round({ confirming: true }));
    expect(await due(CONFIRM)).toBe(30);
  });

  test('and another that decided it, none follows', async () => {
    await finished(round({ confirming: true }), round());
    expect(await due(CONFIRM)).toBeNull();
    expect((await plansItem.getValue()).confirmations).toBe(0);
  });

  test('eight more follow, and the ninth waits for the regular check', async () => {
    const seen: (number | null)[] = [];
    for (let i = 0; i < 10; i++) {
      await finished(round({ confirming: true }));
      seen.push(await due(CONFIRM));
    }
    expect(seen).toEqual([30, 30, 30, 30, 30, 30, 30, 30, null, null]);
    expect(await due(CHECK)).not.toBeNull();
  });

  test('and was decided, eight may follow anew', async () => {
    for (let i = 0; i < 9; i++) await finished(round({ confirming: true }));
    await finished(round(), round({ confirming: true }));
    expect(await due(CONFIRM)).toBe(30);
  });
});

test('A network that has just changed is looked at once more soon', async () => {
  await finished(round({ moved: true, settled: false }));
  expect(await due(CONFIRM)).toBe(30);
});

describe('the next regular check', () => {
  test('comes after the interval that was chosen', async () => {
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, intervalMinutes: 60 });
    await finished(round());
    expect(await due(CHECK)).toBe(3_600);
  });

  test('comes later and later where nothing changes, and soon again once something does', async () => {
    await finished(...Array.from({ length: 5 }, () => round()));
    expect(await due(CHECK)).toBe(1_800);
    await finished(round());
    expect(await due(CHECK)).toBe(3_600);
    await finished(...Array.from({ length: 10 }, () => round()));
    expect(await due(CHECK)).toBe(7_200);
    await finished(round({ settled: false }));
    expect(await due(CHECK)).toBe(1_800);
  });

  test('is not planned where checks on its own are off, and what was planned is dropped', async () => {
    await finished(round());
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, automatic: false });
    await schedule.renew();
    expect(await due(CHECK)).toBeNull();
    await finished(round());
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
    await finished(round());
    expect(await due(CHECK)).toBe(1_800);
  });
});

describe('a round that begins', () => {
  test('is made again in a minute should the browser end the worker', async () => {
    await schedule.guard();
    expect(await due(CONFIRM)).toBe(60);
  });

  test('and ends as it should is not', async () => {
    await schedule.guard();
    await finished(round());
    expect(await due(CONFIRM)).toBeNull();
  });

  test('and is cancelled is not', async () => {
    await schedule.guard();
    await schedule.unguard();
    expect(await due(CONFIRM)).toBeNull();
  });
});
