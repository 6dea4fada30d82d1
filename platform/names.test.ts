import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { extension, lend } from '../probes/testing/extension.ts';
import { resolved } from './names.ts';

beforeEach(() => {
  vi.useFakeTimers();
  extension();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what this machine’s resolver gives for a name', () => {
  test('is not told by every browser', async () => {
    expect(await resolved('web.example')).toBeUndefined();
  });

  test('are its addresses', async () => {
    lend('dns', { resolve: async (name: string) => ({ addresses: name === 'web.example' ? ['10.66.0.1'] : [] }) });
    expect(await resolved('web.example')).toEqual(['10.66.0.1']);
  });

  test('is nothing for a name that it does not know', async () => {
    lend('dns', { resolve: () => Promise.reject(new Error('NS_ERROR_UNKNOWN_HOST')) });
    expect(await resolved('web.example')).toEqual([]);
  });

  test('is nothing when it does not answer in time', async () => {
    lend('dns', { resolve: () => new Promise(() => {}) });
    const answer = resolved('web.example');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await answer).toEqual([]);
  });
});
