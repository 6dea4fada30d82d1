import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Observation } from '../../core/evidence/observation.ts';
import { consentItem, snapshotItem } from '../../platform/storage.ts';
import { checkingAlone } from '../../probes/testing/checking.ts';
import { extension } from '../../probes/testing/extension.ts';
import { SILENCE } from '../../probes/testing/network.ts';
import { openBut, pass, WEB, world } from '../../probes/testing/world.ts';
import { createLongLooks } from './long-looks.ts';

vi.mock('./long-looks.ts', () => ({ createLongLooks: vi.fn() }));

/** A look that ends when it is told to, and finds a TLS greeting that is dropped. */
let finish: () => void;
let known: boolean;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  extension('chromium').held.add('webRequest');
  known = false;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  vi.mocked(createLongLooks).mockReturnValue({
    recall: (seen) =>
      new Map([...seen].map(([url, one]): [string, Observation] => [url, url === WEB && known ? named(one) : one])),
    look: async () => {
      await ended;
      known = true;
      return true;
    },
  });
  await consentItem.setValue({ agreedAt: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
const named = (seen: Observation): Observation => ({ ...seen, mechanism: 'tls.timeout' });

/** The web host answers once, and is silent from then on. */
async function blocked() {
  const network = world();
  const { checking, rounds } = checkingAlone();
  await pass(checking.start('asked', { confirm: false }));
  network.fate = openBut({ [WEB]: SILENCE });
  await pass(checking.start('asked', { confirm: false }));
  return { checking, rounds };
}
const messages = async () => (await snapshotItem.getValue())?.services[0]?.messages;

describe('a silence that a round could not explain', () => {
  test('is told at once without its mechanism', async () => {
    await blocked();
    expect(await messages()).toMatchObject({ state: 'suspected', mechanism: 'unknown' });
  });

  test('and gets it when the long look is over; nothing else changes', async () => {
    await blocked();
    const before = await snapshotItem.getValue();
    finish();
    await vi.advanceTimersByTimeAsync(10);
    expect(await messages()).toMatchObject({ state: 'suspected', mechanism: 'tls.timeout', rounds: 1, failing: 1 });
    expect({ ...(await snapshotItem.getValue()), services: [] }).toEqual({ ...before, services: [] });
  });

  test('is left to the next round where that has spoken meanwhile', async () => {
    const { checking } = await blocked();
    await pass(checking.start('asked', { confirm: false }));
    const later = await snapshotItem.getValue();
    finish();
    await vi.advanceTimersByTimeAsync(10);
    expect((await snapshotItem.getValue())?.takenAt).toBe(later?.takenAt);
  });
});
