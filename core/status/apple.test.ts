import { describe, expect, test } from 'vitest';
import { readApple } from './apple.ts';
import { changed, DAY, HOUR, reordered, sample } from './testing-samples.ts';

const WRAPPED = sample('apple.jsonp');
const OUTAGE = WRAPPED.slice('jsonCallback('.length, WRAPPED.lastIndexOf(')'));
const BEGAN = 1787083140000;
const says = (text: string, now = BEGAN + HOUR, component = 'FaceTime') => readApple(text, { now, component });

test('The recorded outage is one, as JSON and wrapped in a call', () => {
  expect(says(WRAPPED)).toBe(true);
  expect(says(OUTAGE)).toBe(true);
  expect(says(reordered(OUTAGE))).toBe(true);
  expect(says(`\njsonCallback( ${OUTAGE} )\n`)).toBe(true);
});

test('The recorded issue and slowness are none', () => {
  expect(says(sample('apple-less.json'), 1658940000000 + HOUR)).toBe(false);
});

describe('an event', () => {
  test.for<[string, string, boolean | null]>([
    ['that is resolved', changed(OUTAGE, { eventStatus: 'resolved' }), false],
    ['that is planned', changed(OUTAGE, { eventStatus: 'upcoming' }), false],
    ['with an end', changed(OUTAGE, { epochEndDate: 1787083150000 }), false],
    ['that is maintenance', changed(OUTAGE, { statusType: 'Maintenance' }), false],
    ['whose time is written as text', changed(OUTAGE, { epochStartDate: String(BEGAN) }), true],
    ['of a type that nobody knows', changed(OUTAGE, { statusType: 'Meltdown' }), null],
    ['of a status that nobody knows', changed(OUTAGE, { eventStatus: 'who knows' }), null],
    ['without a status', changed(OUTAGE, { eventStatus: undefined }), null],
    ['without a beginning', changed(OUTAGE, { epochStartDate: undefined }), null],
  ])('%s', ([, text, outage]) => {
    expect(says(text)).toBe(outage);
  });

  test('that has gone on for more than three days, or is to come, tells nothing', () => {
    expect(says(OUTAGE, BEGAN + 3 * DAY)).toBe(true);
    expect(says(OUTAGE, BEGAN + 3 * DAY + 1)).toBeNull();
    expect(says(OUTAGE, BEGAN - HOUR)).toBeNull();
  });
});

test('Another service is another matter, and a list without ours tells nothing', () => {
  expect(says(OUTAGE, BEGAN, 'iMessage')).toBe(false);
  expect(says(OUTAGE, BEGAN, 'FaceTime Audio')).toBeNull();
});

test.for(['jsonCallback(', 'jsonCallback()', 'alert(1)', 'other({"services":[]})', `${WRAPPED}evil()`])(
  'What is wrapped in anything else tells nothing: %s',
  (text) => {
    expect(says(text)).toBeNull();
  },
);
