import { DAY_MS } from '../../core/day.ts';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { call } from '../../core/history/testing.ts';
import { openHistory } from './database.ts';
import { bound, KEPT } from './pruning.ts';
import { fillHistory } from './testing.ts';

const NOW = 100 * DAY_MS;
const moments = async () => (await (await openHistory()).getAllKeys('calls')).map(([at]) => at);

test('Test calls are kept for as long as rounds are', async () => {
  await fillHistory({ calls: [call(NOW - 31 * DAY_MS), call(NOW - 29 * DAY_MS), call(NOW)] });
  await bound(await openHistory(), NOW, 30);
  expect(await moments()).toEqual([NOW - 29 * DAY_MS, NOW]);
});

test('Of too many test calls the oldest go, however young', async () => {
  await fillHistory({ calls: Array.from({ length: KEPT.calls + 2 }, (_, i) => call(NOW + i)) });
  await bound(await openHistory(), NOW, 30);
  expect((await moments()).slice(0, 1)).toEqual([NOW + 2]);
  expect(await moments()).toHaveLength(KEPT.calls);
});
