import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Change } from '../../core/history/spells.ts';
import { place } from '../../core/history/testing-place.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings.ts';
import { settingsItem, withheldItem } from '../../platform/storage.ts';
import { type Extension, extension } from '../../probes/testing/extension.ts';
import { createNotifications } from './notifications.ts';

vi.mock('../../platform/catalogue.ts', async () => {
  const { services } = await import('../../core/catalogue/files.ts');
  return { loadCatalogue: async () => ({ services: services(), controls: [], doh: [] }) };
});

const DAY = 86_400_000;

let browser: Extension;
let create: ReturnType<typeof vi.spyOn>;
beforeEach(async () => {
  browser = extension();
  create = vi.spyOn(fakeBrowser.notifications, 'create');
  browser.held.add('notifications');
  await settingsItem.setValue({ ...DEFAULT_SETTINGS, notifications: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const blocked = (service: string): Change => ({ service, word: 'blocked' });
const works = (service: string, afterMs: number): Change => ({ service, word: 'works', afterMs });
const tell = (changes: readonly Change[], where: Parameters<typeof place>[0] = {}) =>
  createNotifications().tell(changes, place(where));
const titles = () =>
  Object.values(fakeBrowser.notifications.getAllCreateOptions()).map(({ title, message }) => [title, message]);

describe('a notification', () => {
  test('names what is blocked, in one for all of it', async () => {
    await tell([blocked('signal'), blocked('telegram')]);
    expect(create).toHaveBeenCalledOnce();
    expect(titles()).toEqual([['notification_blocked: Signal and Telegram', 'notification_open']]);
  });

  test.for<[string, Parameters<typeof place>[0], number, string]>([
    ['where, and after how long', { operator: 'Inwi' }, 9 * DAY, 'notification_works_on_after: Signal: Inwi: 9 days'],
    [
      'the name that the person gave',
      { operator: 'Inwi', name: 'Home' },
      DAY,
      'notification_works_on_after: Signal: Home: 1 day',
    ],
    ['no operator where none is known', {}, 2.9 * 3_600_000, 'notification_works_after: Signal: 2 hours'],
    ['no time that is none', { operator: 'Inwi' }, 59_000, 'notification_works_on: Signal: Inwi'],
  ])('of calls that work again says %s', async ([, where, afterMs, title]) => {
    await tell([works('signal', afterMs)], where);
    expect(titles()).toEqual([[title, 'notification_open']]);
  });

  test('of several services says no time: each has its own', async () => {
    await tell([works('signal', DAY), works('telegram', 9 * DAY)], { operator: 'Inwi' });
    expect(titles()).toEqual([['notification_works_on: Signal and Telegram: Inwi', 'notification_open']]);
  });

  test('of what got blocked and one of what works again do not replace each other', async () => {
    await tell([blocked('signal'), works('telegram', DAY)]);
    expect(titles()).toHaveLength(2);
  });
});

describe('of the kinds of changes', () => {
  test.for([
    ['notifyBlocked', 'notification_works_after: Telegram: 1 day'],
    ['notifyWorks', 'notification_blocked: Signal'],
  ] as const)('one that is not wanted is left out: %s', async ([kind, told]) => {
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, notifications: true, [kind]: false });
    await tell([blocked('signal'), works('telegram', DAY)]);
    expect(titles()).toEqual([[told, 'notification_open']]);
  });
});

describe('in quiet hours', () => {
  const night = new Date(2026, 10, 22, 23, 30);
  const morning = new Date(2026, 10, 23, 7, 5);
  beforeEach(async () => {
    vi.useFakeTimers({ now: night });
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, notifications: true, quietHours: [22 * 60, 7 * 60] });
  });
  afterEach(() => vi.useRealTimers());

  test('nobody is notified, and what is still so is told once, after them', async () => {
    await tell([blocked('signal')]);
    await tell([works('telegram', DAY)], { blockedSince: { 'signal/calls': night.getTime() } });
    expect(create).not.toHaveBeenCalled();
    vi.setSystemTime(morning);
    await tell([], { blockedSince: { 'signal/calls': night.getTime() } });
    expect(titles()).toEqual([
      ['notification_blocked: Signal', 'notification_open'],
      ['notification_works_after: Telegram: 1 day', 'notification_open'],
    ]);
    create.mockClear();
    await tell([], { blockedSince: { 'signal/calls': night.getTime() } });
    expect(create).not.toHaveBeenCalled();
  });

  test('what changed on another network waits until the device is there again', async () => {
    await tell([works('telegram', DAY)], { key: 'home' });
    vi.setSystemTime(morning);
    await tell([], { key: 'office' });
    expect(create).not.toHaveBeenCalled();
    await tell([], { key: 'home' });
    expect(titles()).toEqual([['notification_works_after: Telegram: 1 day', 'notification_open']]);
  });

  test('what was so for a while only is not told', async () => {
    await tell([blocked('signal')]);
    vi.setSystemTime(morning);
    await tell([]);
    expect(create).not.toHaveBeenCalled();
  });

  test('what changed to and fro is told as it is, and once', async () => {
    await tell([blocked('signal')]);
    await tell([works('signal', 60_000)]);
    await tell([blocked('signal')]);
    vi.setSystemTime(morning);
    await tell([], { blockedSince: { 'signal/calls': night.getTime() } });
    expect(titles()).toEqual([['notification_blocked: Signal', 'notification_open']]);
  });

  test.for([7, 'x', [null], [7], [{ service: {}, word: 'blocked' }], [{ word: 'loud' }]])(
    'a damaged record of them costs nothing else: %j',
    async (stored) => {
      vi.setSystemTime(morning);
      await withheldItem.setValue(stored as never);
      await tell([blocked('signal')]);
      expect(titles()).toEqual([['notification_blocked: Signal', 'notification_open']]);
    },
  );
});

describe('nobody is notified', () => {
  test('of nothing', async () => {
    await tell([]);
    expect(create).not.toHaveBeenCalled();
  });

  test('unless they chose to be', async () => {
    await settingsItem.setValue(DEFAULT_SETTINGS);
    await tell([blocked('signal')]);
    expect(create).not.toHaveBeenCalled();
  });

  test('where the browser does not permit it any more', async () => {
    browser.held.clear();
    await tell([blocked('signal')]);
    expect(create).not.toHaveBeenCalled();
  });
});
