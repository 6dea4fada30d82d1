import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { word } from '../../core/history/testing.ts';
import { openHistory } from './database.ts';
import { sayOwnWord, takeBackOwnWord } from './own-word.ts';
import { fillHistory } from './testing.ts';

beforeEach(() => fillHistory());
const words = async () => (await openHistory()).getAll('words');

test('What the person says is kept, and can be taken back', async () => {
  await sayOwnWord(word(5));
  await sayOwnWord(word(6, { word: 'worked' }));
  expect(await words()).toEqual([word(5), word(6, { word: 'worked' })]);
  await takeBackOwnWord(word(5));
  expect(await words()).toEqual([word(6, { word: 'worked' })]);
});
