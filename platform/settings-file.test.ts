import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { readSettingsFile, settingsFile } from './settings-file.ts';

const CHOSEN: Settings = {
  ...DEFAULT_SETTINGS,
  services: ['signal', 'whatsapp'],
  intervalMinutes: 60,
  quietHours: [1320, 420],
  theme: 'dark',
};
const read = (content: unknown, locked: readonly string[] = []) =>
  readSettingsFile(new Blob([typeof content === 'string' ? content : JSON.stringify(content)]), locked);
const file = (settings: object, more: object = {}) => ({ format: 'ringback-settings', version: 1, settings, ...more });

test('Settings come back as they were saved', async () => {
  expect(await read(settingsFile(CHOSEN))).toEqual({ settings: CHOSEN, leftOut: 0, locked: 0 });
});

test('What is locked stays as the organisation has set it', async () => {
  const { theme: _, ...others } = CHOSEN;
  expect(await read(settingsFile(CHOSEN), ['theme', 'nothing'])).toEqual({ settings: others, leftOut: 0, locked: 1 });
});

test('What this version does not know is passed over', async () => {
  expect(await read(file({ badge: false, sound: 'loud' }, { made: 'later' }))).toEqual({
    settings: { badge: false },
    leftOut: 0,
    locked: 0,
  });
});

test('A value that does not fit costs itself and nothing beside it', async () => {
  expect(await read(file({ badge: 'no', intervalMinutes: 1, theme: 'light' }))).toEqual({
    settings: { theme: 'light' },
    leftOut: 2,
    locked: 0,
  });
});

describe('services', () => {
  test.for([
    [['signal', 'nobody-knows'], { services: ['signal'] }, 0],
    [['nobody-knows', '<img src=x>'], {}, 1],
    [[], { services: [] }, 0],
    [null, { services: null }, 0],
  ] as const)('%j', async ([services, settings, leftOut]) => {
    expect(await read(file({ services }))).toEqual({ settings, leftOut, locked: 0 });
  });
});

describe('a file is refused that is', () => {
  test.for([
    ['damaged', ''],
    ['damaged', '{"format":"ringback-settings"'],
    ['damaged', '\u0000\u0001PNG'],
    ['damaged', { format: 'ringback-settings' }],
    ['damaged', { ...file({}), settings: 'dark' }],
    ['damaged', { ...file({}), version: '1' }],
    ['damaged', { ...file({}), version: 0 }],
    ['damaged', { ...file({}), version: 1.5 }],
    ['foreign', null],
    ['foreign', '7'],
    ['foreign', []],
    ['foreign', { format: 'ringback-history', version: 1 }],
    ['foreign', { theme: 'dark' }],
    ['newer', { ...file({}), version: 2 }],
    ['newer', { format: 'ringback-settings', version: 99 }],
    ['too-large', file({ services: ['x'.repeat(70_000)] })],
  ] as const)('%s: %j', async ([refusal, content]) => {
    expect(await read(content)).toEqual({ refusal });
  });
});

test('Whatever a file holds, nothing comes of it but settings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (settings) => {
      const result = await read(file(settings as object));
      if ('settings' in result) {
        expect(Object.keys(DEFAULT_SETTINGS)).toEqual(expect.arrayContaining(Object.keys(result.settings)));
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }),
  );
  expect(await read('{"format":"ringback-settings","version":1,"settings":{"__proto__":{"polluted":1}}}')).toEqual({
    settings: {},
    leftOut: 0,
    locked: 0,
  });
});
