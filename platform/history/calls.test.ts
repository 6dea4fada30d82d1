import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { call, OWN } from '../../core/history/testing.ts';
import { callsOf, keepCall } from './calls.ts';
import { openHistory } from './database.ts';
import { fillHistory } from './testing.ts';

beforeEach(() => fillHistory());

test('A test call is kept, and the newest comes first', async () => {
  for (const at of [5, 7, 6]) await keepCall(call(at));
  await keepCall(call(8, { service: 'own-ffffffff' }));
  expect(await callsOf(OWN, 2)).toEqual([call(7), call(6)]);
});

test('What is no call is not kept', async () => {
  const endless = {
    ...call(5).calls[0],
    seconds: Array(21).fill({ roundTripMs: 1, jitterMs: 1, loss: 0, packets: 50 }),
  };
  await expect(keepCall(call(5, { calls: [endless as never] }))).rejects.toThrow();
  await expect(keepCall(call(5, { service: 'whatsapp' }))).rejects.toThrow();
  expect(await callsOf(OWN, 9)).toEqual([]);
});

test('A damaged call costs the others nothing', async () => {
  await keepCall(call(5));
  await (await openHistory()).put('calls', { ...call(6), conclusion: 'wonderful' as never });
  expect(await callsOf(OWN, 9)).toEqual([call(5)]);
});
