import { expect, test } from 'vitest';
import { readableSnapshot } from './readable.ts';
import { snapshot } from './testing-snapshot.ts';

const sound = snapshot({ network: 'clear', calls: { chat: 'clear' } });

test('A snapshot of this version is read as it is', () => {
  expect(readableSnapshot(sound)).toBe(sound);
});

test.for<unknown>([
  null,
  undefined,
  'none',
  7,
  [],
  {},
  { ...sound, schemaVersion: 2 },
  { ...sound, takenAt: 'today' },
  { ...sound, network: null },
  { ...sound, network: { ...sound.network, state: 'on-fire' } },
  { ...sound, services: {} },
  { ...sound, services: [null] },
  { ...sound, services: [{ ...sound.services[0], calls: { state: 'maybe' } }] },
  { ...sound, services: [{ ...sound.services[0], messages: undefined }] },
])('What has no words is none: %j', (stored) => {
  expect(readableSnapshot(stored)).toBeNull();
});
