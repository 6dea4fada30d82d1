import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetModules();
});
afterEach(() => void vi.restoreAllMocks());

/** As a worker that has just started. */
const salt = async () => (await import('./salt.ts')).storedSalt();
const stored = async () => (await fakeBrowser.storage.local.get('salt')).salt;

test('The salt is 256 random bits, made at its first use', async () => {
  expect(await stored()).toBeUndefined();
  expect(await salt()).toMatch(/^[0-9a-f]{64}$/);
  expect(await stored()).toBe(await salt());
});

test('Every life of the worker has the same salt, and every installation another', async () => {
  const first = await salt();
  vi.resetModules();
  expect(await salt()).toBe(first);
  vi.resetModules();
  fakeBrowser.reset();
  expect(await salt()).not.toBe(first);
});

test('Two that ask at once get one salt', async () => {
  const { storedSalt } = await import('./salt.ts');
  const [one, two] = await Promise.all([storedSalt(), storedSalt()]);
  expect(one).toBe(two);
  expect(await stored()).toBe(one);
});

test.for(['', 'short', 7, { salt: 'x' }])('A damaged salt, %j, is replaced', async (damage) => {
  await fakeBrowser.storage.local.set({ salt: damage });
  expect(await salt()).toMatch(/^[0-9a-f]{64}$/);
});

test('A salt that could not be stored is made anew when it is asked for again', async () => {
  const { storedSalt } = await import('./salt.ts');
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota exceeded'));
  await expect(storedSalt()).rejects.toThrow('quota exceeded');
  expect(await storedSalt()).toBe(await stored());
});

test('A salt that was deleted with everything else is not used any longer', async () => {
  const { storedSalt } = await import('./salt.ts');
  const former = await storedSalt();
  await fakeBrowser.storage.local.clear();
  const salt = await storedSalt();
  expect(salt).not.toBe(former);
  expect(salt).toBe(await stored());
});
