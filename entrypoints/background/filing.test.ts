import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Filed } from '../../core/history/place.ts';
import { place } from '../../core/history/testing-place.ts';
import { snapshot } from '../../core/verdict/testing-snapshot.ts';
import { fileRound } from '../../platform/filing.ts';
import { placeItem, snapshotItem } from '../../platform/storage.ts';
import { extension } from '../../probes/testing/extension.ts';
import { createFiling } from './filing.ts';

vi.mock('../../platform/filing.ts', () => ({ fileRound: vi.fn(), reportRound: vi.fn(async () => {}) }));
const filed = vi.mocked(fileRound);

const taken = snapshot({ calls: { signal: 'likely-blocked' } });
const changes = [{ service: 'signal', word: 'blocked' }] as const;
const here = place({ filedAt: taken.takenAt, operator: 'Inwi' });

const tell = vi.fn(async () => {});
const filing = createFiling({ tell });
beforeEach(async () => {
  extension();
  tell.mockClear();
  filed.mockReset().mockResolvedValue({ place: here, changes });
  await snapshotItem.setValue(taken);
});
afterEach(() => vi.unstubAllGlobals());

describe('a round', () => {
  test('is filed, told and then marked as filed', async () => {
    tell.mockImplementationOnce(async () => {
      expect(await placeItem.getValue()).toBeNull();
    });
    await filing.file(taken);
    expect(tell).toHaveBeenCalledExactlyOnceWith(changes, here);
    expect(await placeItem.getValue()).toEqual(here);
  });

  test('that can’t be filed is not marked as filed', async () => {
    filed.mockRejectedValue(new Error('no history here'));
    await expect(filing.file(taken)).rejects.toThrow('no history here');
    expect(await placeItem.getValue()).toBeNull();
  });
});

describe('a round that is deleted, or followed by another one, while it is filed', () => {
  test.for([null, { ...taken, takenAt: taken.takenAt + 60_000 }])('is told, and marks nothing: %#', async (since) => {
    filed.mockImplementationOnce(async () => {
      await snapshotItem.setValue(since);
      return { place: here, changes };
    });
    await filing.file(taken);
    expect(tell).toHaveBeenCalledOnce();
    expect(await placeItem.getValue()).toBeNull();
  });
});

describe('all is filed', () => {
  test.for<[string, (end: PromiseWithResolvers<Filed>) => void]>([
    ['is', ({ resolve }) => resolve({ place: here, changes })],
    ['can’t be', ({ reject }) => reject(new Error('no history here'))],
  ])('once every round that was on its way %s', async ([, ends]) => {
    const [first, second] = [Promise.withResolvers<Filed>(), Promise.withResolvers<Filed>()];
    filed.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
    const both = Promise.allSettled([filing.file(taken), filing.file(taken)]);
    const settled = vi.fn();
    const quiet = filing.settled().then(settled);
    ends(second);
    await vi.waitFor(() => expect(filed).toHaveBeenCalledTimes(2));
    expect(settled).not.toHaveBeenCalled();
    ends(first);
    await Promise.all([both, quiet]);
    expect(settled).toHaveBeenCalledOnce();
  });
});

describe('a worker that starts', () => {
  test('files what the last one was killed over', async () => {
    await filing.catchUp();
    expect(filed).toHaveBeenCalledExactlyOnceWith(taken);
    expect(tell).toHaveBeenCalledOnce();
  });

  test('files nothing twice', async () => {
    await filing.file(taken);
    await filing.catchUp();
    expect(filed).toHaveBeenCalledOnce();
  });

  test.for([null, 'none', { schemaVersion: 7 }])('files nothing of a snapshot that is none: %j', async (damage) => {
    await snapshotItem.setValue(damage as never);
    await filing.catchUp();
    expect(filed).not.toHaveBeenCalled();
  });

  test.for(['none', 7, {}])('files again where the mark is damaged: %j', async (damage) => {
    await placeItem.setValue(damage as never);
    await filing.catchUp();
    expect(filed).toHaveBeenCalledOnce();
  });
});
