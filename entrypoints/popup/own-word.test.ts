import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { type Place, UNKNOWN_NETWORK } from '../../core/history/place.ts';
import { key, word } from '../../core/history/testing.ts';
import { openHistory } from '../../platform/history/database.ts';
import { fillHistory } from '../../platform/history/testing.ts';
import { placeItem } from '../../platform/storage.ts';
import { sayHere } from './own-word.ts';

beforeEach(() => fillHistory());
const kept = async () => (await openHistory()).getAll('words');
const said = async () => (await placeItem.getValue())?.said;

test.each([
  ['a network', key(1), key(1)],
  ['one that could not be told, which is nobody’s', UNKNOWN_NETWORK, null],
])('What is said on %s is kept, and shown', async (_, network, stored) => {
  await placeItem.setValue({ key: network, said: {} } as unknown as Place);
  await sayHere(word(5, { network }));
  expect(await kept()).toEqual([word(5, { network: stored })]);
  expect(await said()).toEqual({ whatsapp: { word: 'failed', at: 5 } });
});
