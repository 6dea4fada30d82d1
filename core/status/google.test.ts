import { describe, expect, test } from 'vitest';
import { readGoogle } from './google.ts';
import { changed, DAY, HOUR, reordered, sample } from './testing-samples.ts';

const SAMPLE = sample('google.json');
const [OVER, OPEN] = (JSON.parse(SAMPLE) as object[]).map((one) => JSON.stringify([one])) as [string, string];
const BEGAN = Date.parse('2026-09-03T09:00:00Z');
const says = (text: string, now = BEGAN + HOUR, component: string | undefined = 'Google Meet') =>
  readGoogle(text, { now, ...(component !== undefined && { component }) });

test('The recorded list has an open outage among what is over', () => {
  expect(says(SAMPLE)).toBe(true);
  expect(says(reordered(SAMPLE))).toBe(true);
});

describe('an incident', () => {
  test.for<[string, string, boolean | null]>([
    ['without an end is an outage', changed(OPEN, { end: undefined }), true],
    ['with an end of null is one too', changed(OPEN, { end: null }), true],
    ['that has ended is none', changed(OPEN, { end: '2026-09-03T09:30:00+00:00' }), false],
    ['that only disturbs is none', changed(OPEN, { status_impact: 'SERVICE_DISRUPTION' }), false],
    ['that only informs is none', changed(OPEN, { status_impact: 'SERVICE_INFORMATION' }), false],
    ['of an impact that nobody knows tells nothing', changed(OPEN, { status_impact: 'SERVICE_GONE' }), null],
    ['of another product is none', changed(OPEN, { title: 'Google Drive' }), false],
    ['of a product whose name only begins alike is none', changed(OPEN, { title: 'Google Meet hardware' }), false],
    [
      'that has left this product is none',
      OPEN.replace('"affected_products"', '"currently_affected_products":[],$&'),
      false,
    ],
    [
      'of some places only tells nothing',
      OPEN.replace('"affected_products"', '"currently_affected_locations":[{"title":"Iowa"}],$&'),
      null,
    ],
    ['of no product tells nothing', changed(OPEN, { affected_products: undefined }), null],
    ['that does not say when it began tells nothing', changed(OPEN, { begin: undefined }), null],
    ['that began at no time tells nothing', changed(OPEN, { begin: 'soon' }), null],
  ])('%s', ([, text, outage]) => {
    expect(says(text)).toBe(outage);
  });

  test('that has been open for more than three days, or is to come, tells nothing', () => {
    expect(says(OPEN, BEGAN + 3 * DAY)).toBe(true);
    expect(says(OPEN, BEGAN + 3 * DAY + 1)).toBeNull();
    expect(says(OPEN, BEGAN - HOUR)).toBeNull();
  });
});

test('The feed vouches for nobody who is not named', () => {
  expect(says(OPEN, BEGAN, '')).toBe(false);
  expect(readGoogle(OPEN, { now: BEGAN })).toBeNull();
});

test('An empty list, or one of what is over, means that all is well', () => {
  expect(says('[]')).toBe(false);
  expect(says(OVER)).toBe(false);
});
