import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { snapshot } from '../../core/verdict/testing-snapshot.ts';
import { NETWORK_STATES } from '../../core/vocabulary.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings.ts';
import { progressItem, settingsItem, snapshotItem } from '../../platform/storage.ts';
import { extension } from '../../probes/testing/extension.ts';
import { createToolbar } from './toolbar.ts';

vi.mock('../../platform/catalogue.ts', async () => {
  const { services } = await import('../../core/catalogue/files.ts');
  return { loadCatalogue: async () => ({ services: services(), controls: [], doh: [] }) };
});

beforeEach(() => void extension());
afterEach(() => void vi.unstubAllGlobals());

const some = snapshot({ network: 'some-blocked', calls: { signal: 'likely-blocked', telegram: 'clear' } });
const shown = async () => ({
  text: await fakeBrowser.action.getBadgeText({}),
  title: await fakeBrowser.action.getTitle({}),
});
/** Where the pictures are that it was given last, the smallest first. */
const pictures = (): string[] => Object.values(vi.mocked(fakeBrowser.action.setIcon).mock.lastCall?.[0].path ?? {});
const checking = (expiresAt: number) => ({
  roundId: 'one',
  startedAt: Date.now() - 1_000,
  expiresAt,
  done: 0,
  total: 10,
  services: [],
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the toolbar', () => {
  test('is painted from what is stored, with the names in its tooltip', async () => {
    await snapshotItem.setValue(some);
    await createToolbar().paint();
    expect(await shown()).toEqual({ text: '1', title: expect.stringMatching(/^tooltip_some_blocked: Signal/) });
  });

  test('says nothing before the first check', async () => {
    await createToolbar().paint();
    expect(await shown()).toEqual({ text: '', title: 'tooltip_not_checked' });
  });

  test('follows the store', async () => {
    createToolbar();
    await snapshotItem.setValue(some);
    await settled();
    expect([(await shown()).text, pictures()[0]]).toEqual(['1', '/toolbar/some-16.png']);
    await snapshotItem.setValue(snapshot({ network: 'clear' }));
    await settled();
    expect([(await shown()).text, pictures()[0]]).toEqual(['', '/toolbar/clear-16.png']);
  });

  test('shows the first check while it runs, and not one whose worker was killed', async () => {
    const toolbar = createToolbar();
    await progressItem.setValue(checking(Date.now() + 10_000));
    await toolbar.paint();
    expect((await shown()).text).toBe('…');
    await progressItem.setValue(checking(Date.now() - 1));
    await toolbar.paint();
    expect((await shown()).text).toBe('');
  });

  test('shows no badge to a person who wants none, and its words all the same', async () => {
    await snapshotItem.setValue(some);
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, badge: false });
    await createToolbar().paint();
    expect(await shown()).toEqual({ text: '', title: expect.stringContaining('some_blocked') });
    expect(pictures()[0]).toBe('/toolbar/neutral-16.png');
  });

  test('has a picture of every kind, in every size', async () => {
    for (const network of NETWORK_STATES) {
      await snapshotItem.setValue(snapshot({ network }));
      await createToolbar().paint();
      expect(pictures()).toHaveLength(3);
      for (const path of pictures()) expect(existsSync(join('public', path)), path).toBe(true);
    }
  });

  test.for(['none', { schemaVersion: 0 }, []])('is blank where the store is damaged: %j', async (damage) => {
    await fakeBrowser.storage.local.set({ snapshot: damage, settings: damage });
    await fakeBrowser.storage.session.set({ progress: damage });
    await createToolbar().paint();
    expect(await shown()).toEqual({ text: '', title: 'tooltip_not_checked' });
  });
});
