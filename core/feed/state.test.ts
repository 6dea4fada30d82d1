import { expect, test } from 'vitest';
import { readFeedState } from './state.ts';

const GOOD = { triedAt: 1, tries: [{ mirror: 'https://one.example/feed.json', problem: null, serial: 3 }] };

test('The last look is read as it was stored', () => {
  expect(readFeedState(GOOD)).toEqual(GOOD);
  expect(readFeedState({ ...GOOD, tries: [{ ...GOOD.tries[0], problem: 'expired' }] })).not.toBeNull();
  expect(readFeedState({ ...GOOD, known: ['https://one.example/feed.json'] })).not.toBeNull();
  expect(readFeedState(null)).toBeNull();
});

test.for([
  7,
  [],
  {},
  { ...GOOD, triedAt: 9e15 },
  { ...GOOD, known: 7 },
  { ...GOOD, tries: {} },
  { ...GOOD, tries: [null] },
  { ...GOOD, tries: [{ mirror: 1, problem: null }] },
  { ...GOOD, tries: [{ mirror: '', problem: 'constructor' }] },
  { ...GOOD, tries: [{ mirror: '', problem: null, serial: -1 }] },
])('Damage is none: %j', (stored) => {
  expect(readFeedState(stored)).toBeNull();
});
