import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';

const chosen: Settings = {
  services: ['signal', 'telegram'],
  automatic: false,
  intervalMinutes: 60,
  metered: true,
  confirmations: 4,
  badge: false,
  notifications: true,
  notifyBlocked: false,
  notifyWorks: false,
  quietHours: [22 * 60, 7 * 60],
  theme: 'dark',
  historyDays: 30,
  updates: false,
  opinionDaily: true,
};

test('Settings come out as they went in', () => {
  expect(readSettings(chosen)).toEqual(chosen);
});

test('Nobody is notified, nothing is sent by itself on a metered line, and every default service is checked, unless the person chose otherwise', () => {
  expect(DEFAULT_SETTINGS).toEqual({
    services: null,
    automatic: true,
    intervalMinutes: 30,
    metered: false,
    confirmations: 8,
    badge: true,
    notifications: false,
    notifyBlocked: true,
    notifyWorks: true,
    quietHours: null,
    theme: 'system',
    historyDays: 90,
    updates: true,
    opinionDaily: false,
  });
});

describe('a damaged setting', () => {
  test.for([
    ['services', 'signal'],
    ['services', [1]],
    ['automatic', 'yes'],
    ['intervalMinutes', 4],
    ['intervalMinutes', 1441],
    ['intervalMinutes', Number.NaN],
    ['intervalMinutes', '30'],
    ['badge', 0],
    ['notifications', 'true'],
    ['metered', 1],
    ['confirmations', 17],
    ['confirmations', 2.5],
    ['notifyBlocked', null],
    ['notifyWorks', 'no'],
    ['quietHours', [0, 1440]],
    ['quietHours', [-1, 60]],
    ['quietHours', [60]],
    ['quietHours', '22-7'],
    ['theme', 'blue'],
    ['historyDays', 0],
    ['historyDays', 367],
  ] as const)('costs itself and nothing beside it: %s', ([name, damage]) => {
    expect(readSettings({ ...chosen, [name]: damage })).toEqual({ ...chosen, [name]: DEFAULT_SETTINGS[name] });
  });

  test('that is missing is the default', () => {
    const { badge: _, ...older } = chosen;
    expect(readSettings(older)).toEqual({ ...chosen, badge: true });
  });

  test('that nobody knows any more is dropped', () => {
    expect(readSettings({ ...chosen, sound: 'loud' })).toEqual(chosen);
  });
});

test('Whatever was stored, settings come out', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const settings = readSettings(stored);
      expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
      expect(settings.intervalMinutes).toBeGreaterThanOrEqual(5);
      expect(readSettings(settings)).toEqual(settings);
    }),
  );
});
