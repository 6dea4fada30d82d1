import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from './settings.ts';
import { settingsItem } from './storage.ts';
import { followTheme } from './theme.ts';

let dataset: DOMStringMap;
let kept: Map<string, string>;
beforeEach(() => {
  fakeBrowser.reset();
  dataset = {};
  kept = new Map();
  vi.stubGlobal('document', { documentElement: { dataset } });
  vi.stubGlobal('localStorage', {
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});

const choose = (theme: unknown) => settingsItem.setValue({ ...DEFAULT_SETTINGS, theme } as typeof DEFAULT_SETTINGS);

test('a page wears the theme that was chosen, and keeps it for the first paint of the next', async () => {
  await choose('dark');
  await followTheme();
  expect([dataset.theme, kept.get('theme')]).toEqual(['dark', 'dark']);
});

test('a page follows when another page chooses', async () => {
  await followTheme();
  expect(dataset).toEqual({});
  await choose('light');
  await vi.waitFor(() => expect(dataset.theme).toBe('light'));
  await choose('system');
  await vi.waitFor(() => expect(dataset).toEqual({}));
  expect(kept.size).toBe(0);
});

test('a damaged choice is none', async () => {
  await choose('dark" onload="');
  await followTheme();
  expect(dataset).toEqual({});
});
