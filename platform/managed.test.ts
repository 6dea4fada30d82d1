import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from './defaults.ts';
import { readManaged, reportingHost } from './managed.ts';
import { currentSettings, saveSettings } from './settings.ts';
import { settingsItem } from './storage.ts';

const manage = (given: unknown) => vi.spyOn(browser.storage.managed, 'get').mockResolvedValue(given as never);

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('without an organisation', () => {
  test('the person chooses everything, also where the browser rejects (Firefox)', async () => {
    vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
    expect(await readManaged()).toEqual({ locked: {}, suggested: {}, reporting: undefined });
    await saveSettings({ badge: false });
    expect(await currentSettings()).toEqual({ ...DEFAULT_SETTINGS, badge: false });
  });
});

describe('what an organisation sets', () => {
  test('wins over what the person chose', async () => {
    await saveSettings({ intervalMinutes: 60, badge: false });
    manage({ intervalMinutes: 10, services: ['signal'] });
    expect(await currentSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      badge: false,
      intervalMinutes: 10,
      services: ['signal'],
    });
  });

  test('is gone when it is taken back, and what the person chose is there again', async () => {
    await saveSettings({ intervalMinutes: 60 });
    const managed = manage({ intervalMinutes: 10 });
    await saveSettings({ badge: false });
    expect(await currentSettings()).toMatchObject({ intervalMinutes: 10, badge: false });
    managed.mockResolvedValue({} as never);
    expect(await currentSettings()).toMatchObject({ intervalMinutes: 60, badge: false });
  });

  test('without a lock is where the person starts from, and may be changed', async () => {
    manage({ intervalMinutes: 10, badge: false, locked: ['badge'] });
    expect(await currentSettings()).toMatchObject({ intervalMinutes: 10, badge: false });
    await saveSettings({ notifications: true, badge: true });
    expect(await currentSettings()).toMatchObject({ intervalMinutes: 10, badge: false, notifications: true });
    await saveSettings({ intervalMinutes: 90 });
    expect(await currentSettings()).toMatchObject({ intervalMinutes: 90, badge: false });
  });

  test.for([
    ['services', 'signal'],
    ['services', [1]],
    ['automatic', 'yes'],
    ['intervalMinutes', 4],
    ['intervalMinutes', 1441],
    ['intervalMinutes', '30'],
    ['badge', 0],
    ['metered', 1],
    ['confirmations', 17],
    ['confirmations', 2.5],
    ['theme', 'blue'],
    ['historyDays', 0],
    ['quietHours', [0, 1440]],
    ['quietHours', [60]],
    ['quietHours', '22-7'],
    ['notifications', null],
    ['sound', true],
  ] as const)('costs itself and nothing beside it when it does not fit: %s', async ([name, damage]) => {
    const chosen = { ...DEFAULT_SETTINGS, intervalMinutes: 60, badge: false };
    await settingsItem.setValue(chosen);
    manage({ automatic: false, [name]: damage });
    const automatic = name === 'automatic' ? chosen.automatic : false;
    expect(await currentSettings()).toEqual({ ...chosen, automatic });
  });
});

test('The person is told which host states go to', () => {
  expect(reportingHost({ endpoint: 'https://collector.example.org:4318/v1/metrics' })).toBe(
    'collector.example.org:4318',
  );
  for (const none of [undefined, null, {}, 'x', { endpoint: 1 }, { endpoint: 'nowhere' }])
    expect(reportingHost(none)).toBeNull();
});
