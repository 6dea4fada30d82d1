import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { snapshot } from '../../core/verdict/testing-snapshot.ts';
import type { CallState } from '../../core/vocabulary.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings.ts';
import { settingsItem } from '../../platform/storage.ts';
import { type Extension, extension } from '../../probes/testing/extension.ts';
import { createNotifications } from './notifications.ts';

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

const announce = (calls: Record<string, CallState>, key: string | null = 'home') =>
  createNotifications().announce(snapshot({ key, calls }));
const titles = () =>
  Object.values(fakeBrowser.notifications.getAllCreateOptions()).map(({ title, message }) => [title, message]);

describe('a notification', () => {
  test('names what is blocked, in one for all of it', async () => {
    await announce({ signal: 'likely-blocked', telegram: 'unreachable' });
    expect(create).toHaveBeenCalledOnce();
    expect(titles()).toEqual([['notification_blocked: Signal and Telegram', 'notification_open']]);
  });

  test('comes once a change', async () => {
    await announce({ signal: 'likely-blocked' });
    await announce({ signal: 'likely-blocked' });
    expect(create).toHaveBeenCalledOnce();
    await announce({ signal: 'clear' });
    expect(create).toHaveBeenCalledTimes(2);
    expect(titles()).toContainEqual(['notification_working: Signal', 'notification_open']);
  });

  test('comes once a change in the next life of the worker, too', async () => {
    await announce({ signal: 'likely-blocked' });
    await createNotifications().announce(snapshot({ key: 'home', calls: { signal: 'likely-blocked' } }));
    expect(create).toHaveBeenCalledOnce();
  });
});

describe('nobody is notified', () => {
  test.for<CallState>(['suspected', 'insufficient', 'down', 'clear', 'impaired', 'untestable', 'retired'])(
    'of calls that are %s',
    async (state) => {
      await announce({ signal: state });
      expect(create).not.toHaveBeenCalled();
    },
  );

  test('unless they chose to be', async () => {
    await settingsItem.setValue(DEFAULT_SETTINGS);
    await announce({ signal: 'likely-blocked' });
    expect(create).not.toHaveBeenCalled();
  });

  test('where the browser does not permit it any more', async () => {
    browser.held.clear();
    await announce({ signal: 'likely-blocked' });
    expect(create).not.toHaveBeenCalled();
  });

  test('of old news when they choose it later', async () => {
    await settingsItem.setValue(DEFAULT_SETTINGS);
    await announce({ signal: 'likely-blocked' });
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, notifications: true });
    await announce({ signal: 'likely-blocked' });
    expect(create).not.toHaveBeenCalled();
  });

  test('of a network that nobody can name', async () => {
    await announce({ signal: 'likely-blocked' }, null);
    expect(create).not.toHaveBeenCalled();
  });
});

test.for(['none', 7, [], { home: 'blocked' }])(
  'A damaged record of what was said, %j, costs no word',
  async (damage) => {
    await fakeBrowser.storage.local.set({ announced: damage });
    await announce({ signal: 'likely-blocked' });
    expect(create).toHaveBeenCalledOnce();
  },
);
