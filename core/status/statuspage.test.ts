import { expect, test } from 'vitest';
import { readStatuspage } from './statuspage.ts';
import { changed, DAY, HOUR, reordered, sample } from './testing-samples.ts';

const MAJOR = sample('statuspage.json');
const UPDATED = Date.parse('2026-08-17T16:36:00.000Z');
const says = (text: string, now = UPDATED + HOUR) => readStatuspage(text, { now });
const indicator = (word: unknown) => changed(MAJOR, { indicator: word });

test.for([
  ['none', false],
  ['minor', false],
  ['maintenance', false],
  ['major', true],
  ['critical', true],
  ['Critical', true],
  ['catastrophic', null],
  ['', null],
  [null, null],
] as const)('A page that says "%s" is an outage: %s', ([word, outage]) => {
  expect(says(indicator(word))).toBe(outage);
});

test('It needs no more than its indicator', () => {
  expect(says('{"status":{"indicator":"major"}}')).toBe(true);
  expect(says(reordered(MAJOR))).toBe(true);
});

test('A page that nobody has touched for more than three days, or that is of the future, tells nothing', () => {
  expect(says(MAJOR, UPDATED + 3 * DAY)).toBe(true);
  expect(says(MAJOR, UPDATED + 3 * DAY + 1)).toBeNull();
  expect(says(MAJOR, UPDATED - HOUR)).toBeNull();
  expect(says(changed(MAJOR, { updated_at: 'yesterday' }))).toBeNull();
  expect(says(changed(indicator('none'), { updated_at: 'yesterday' }))).toBe(false);
});
