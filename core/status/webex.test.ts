import { describe, expect, test } from 'vitest';
import { changed, DAY, HOUR, reordered, sample } from './testing-samples.ts';
import { readWebex } from './webex.ts';

const MINOR = sample('webex.json');
const BEGAN = Date.parse('2026-09-14T20:45:36.847Z');
const says = (text: string, now = BEGAN + HOUR, component = 'WebexMeeting') => readWebex(text, { now, component });
const MAJOR = changed(MINOR, { impact: 'major', regions: [] });

test('The recorded incident is minor, and no outage however long it lasts', () => {
  expect(says(MINOR)).toBe(false);
  expect(says(MINOR, BEGAN + 8 * DAY)).toBe(false);
});

test('No incident means that all is well, beside whatever else the index has', () => {
  expect(says('{"incidents":[]}')).toBe(false);
  expect(says('{"status":{"indicator":"red"},"components":[],"incidents":[],"scheduled_maintenances":[]}')).toBe(false);
});

describe('an incident', () => {
  test.for<[string, string, boolean | null]>([
    ['of major impact is an outage', MAJOR, true],
    ['of critical impact too', changed(MAJOR, { impact: 'Critical' }), true],
    ['in another order as well', reordered(MAJOR), true],
    [
      'without the fields of late as well',
      changed(MAJOR, { incidentType: undefined, regions: undefined, start_at: undefined }),
      true,
    ],
    ['that is resolved is none', changed(MAJOR, { resolved_at: '2026-09-14T21:00:00Z' }), false],
    ['whose status is resolved is none', changed(MAJOR, { status: 'resolved' }), false],
    ['that is maintenance is none', changed(MAJOR, { incidentType: 'MAINTENANCE' }), false],
    ['of the government’s own Webex is none', changed(MAJOR, { commercial: false }), false],
    ['of another product is none', changed(MAJOR, { product_group: 'WebexCalling' }), false],
    ['of some regions only tells nothing', changed(MINOR, { impact: 'major' }), null],
    ['of an impact that nobody knows tells nothing', changed(MAJOR, { impact: 'grave' }), null],
    ['without a beginning tells nothing', changed(MAJOR, { start_at: undefined, created_at: undefined }), null],
    ['without components is of another shape', changed(MAJOR, { components: undefined }), null],
  ])('%s', ([, text, outage]) => {
    expect(says(text)).toBe(outage);
  });

  test('that has been open for more than three days, or is to come, tells nothing', () => {
    expect(says(MAJOR, BEGAN + 3 * DAY)).toBe(true);
    expect(says(MAJOR, BEGAN + 3 * DAY + 1)).toBeNull();
    expect(says(MAJOR, BEGAN - HOUR)).toBeNull();
  });
});
