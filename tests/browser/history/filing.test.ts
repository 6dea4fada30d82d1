import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, openBench } from '../faults/bench.ts';
import { until } from '../until.ts';
import { storedHistory } from './stored-history.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.close());

const filedAt = async () =>
  ((await bench.driver.storage.get('local', 'place')) as { filedAt?: number } | null)?.filedAt;
const isFiled = (at: number) => until('the round is filed', async () => (await filedAt()) === at);

describe('every round', () => {
  test('is in the history, once, with what was seen', async () => {
    const first = await bench.check();
    await isFiled(first.takenAt);
    const second = await bench.check();
    await isFiled(second.takenAt);
    const { rounds, raw, days } = await storedHistory(bench.driver);
    expect(rounds.map(({ at }) => at)).toEqual([first.takenAt, second.takenAt]);
    expect(rounds[0]).toMatchObject({
      state: first.network.state,
      services: { meet: { calls: first.services[0]?.calls.state } },
    });
    expect(raw[0]?.observations.length).toBeGreaterThan(5);
    expect(days.reduce((sum, day) => sum + day.rounds, 0)).toBe(2);
  });

  test('that a killed background left unfiled is filed when the next one starts', async () => {
    const { takenAt } = await bench.check();
    await isFiled(takenAt);
    const before = (await bench.driver.storage.get('local', 'snapshot')) as { takenAt: number };
    await bench.driver.stopWorker();
    await bench.driver.storage.set('local', 'snapshot', { ...before, takenAt: takenAt + 1 });
    await bench.driver.sendMessage('popupOpened').catch(() => {});
    await isFiled(takenAt + 1);
    expect((await storedHistory(bench.driver)).rounds.map(({ at }) => at)).toContain(takenAt + 1);
  });

  test('and nobody complains', async () => {
    expect(await bench.complaints()).toEqual([]);
  });
});
