import { expect, test } from 'vitest';
import { EMPTY_MEMORY, EMPTY_NETWORK, UNIDENTIFIED } from '../../core/evidence/memory.ts';
import { UNKNOWN_NETWORK } from '../../core/history/place.ts';
import { key } from '../../core/history/testing.ts';
import { memoryItem } from '../storage.ts';
import { forgotten } from './place-kept.ts';

const remembered = async () => Object.keys((await memoryItem.getValue())?.networks ?? {});

test('What is remembered of the network that could not be told goes with its history, and with no other', async () => {
  await memoryItem.setValue({ ...EMPTY_MEMORY, networks: { [UNIDENTIFIED]: EMPTY_NETWORK, [key(1)]: EMPTY_NETWORK } });
  await forgotten([key(2)]);
  expect(await remembered()).toEqual([UNIDENTIFIED, key(1)]);
  await forgotten([UNKNOWN_NETWORK]);
  expect(await remembered()).toEqual([key(1)]);
  await forgotten(null);
  expect(await remembered()).toEqual([]);
});
