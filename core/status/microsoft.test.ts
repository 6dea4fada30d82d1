import { expect, test } from 'vitest';
import { readMicrosoft } from './microsoft.ts';
import { changed, DAY, HOUR, reordered, sample } from './testing-samples.ts';

const SAMPLE = sample('microsoft.json');
const AUTHORED = Date.parse('2026-09-16T18:30:21+00:00');
const says = (text: string, now = AUTHORED + HOUR, component = 'Microsoft Teams Free') =>
  readMicrosoft(text, { now, component });
const status = (word: unknown) => changed(SAMPLE, { Status: word });

test('The recorded answer says that Teams is well, and that Outlook is worse', () => {
  expect(says(SAMPLE)).toBe(false);
  expect(says(reordered(SAMPLE))).toBe(false);
  expect(says(`{"posts":${SAMPLE}}`)).toBe(false);
  expect(says(SAMPLE, AUTHORED + HOUR, 'Outlook.com')).toBe(false);
});

test.for([
  ['Operational', false],
  ['Available', false],
  ['Service restored', false],
  ['Service degradation', false],
  ['serviceDegradation', false],
  ['Service interruption', true],
  ['serviceInterruption', true],
  ['Service outage', true],
  ['Unavailable', true],
  ['Unknown', null],
  ['Interrupted, perhaps', null],
  [5, null],
  [null, null],
] as const)('The word "%s" is an outage: %s', ([word, outage]) => {
  expect(says(status(word))).toBe(outage);
});

test.for<[string, string]>([
  ['Teams under another name', changed(SAMPLE, { ServiceDisplayName: 'Teams' })],
  ['nobody', '[]'],
  ['no date', changed(status('Outage'), { AuthoredDateTime: undefined })],
  ['one post only', JSON.stringify(JSON.parse(status('Outage'))[0])],
])('An answer that has %s tells nothing', ([, text]) => {
  expect(says(text)).toBeNull();
});

test('A word of more than three days ago, or of the future, tells nothing', () => {
  expect(says(status('Outage'), AUTHORED + 3 * DAY)).toBe(true);
  expect(says(status('Outage'), AUTHORED + 3 * DAY + 1)).toBeNull();
  expect(says(status('Outage'), AUTHORED - HOUR)).toBeNull();
});
