import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOutage } from './status.ts';

const statuspage = (body: unknown) => isOutage({ format: 'statuspage' }, body);
const meet = (body: unknown) => isOutage({ format: 'google-incidents', component: 'Google Meet' }, body);
const flag = (body: unknown) => isOutage({ format: 'dns-flag' }, body);

describe('a Statuspage', () => {
  test.for([
    { indicator: 'none', outage: false },
    { indicator: 'minor', outage: false },
    { indicator: 'maintenance', outage: false },
    { indicator: 'major', outage: true },
    { indicator: 'critical', outage: true },
    { indicator: 'catastrophic', outage: null },
  ])('that says "$indicator": outage $outage', ({ indicator, outage }) => {
    const page = {
      id: 'x',
      name: 'Demo',
      url: 'https://status.example',
      time_zone: 'Etc/UTC',
      updated_at: '2026-10-01',
    };
    expect(statuspage({ page, status: { indicator, description: 'Words for people' } })).toBe(outage);
  });
});

describe("Google's incidents", () => {
  const incident = (change: object) => ({
    id: 'aBcD',
    begin: '2026-10-01T08:00:00+00:00',
    status_impact: 'SERVICE_OUTAGE',
    affected_products: [{ title: 'Google Meet', id: '1' }],
    ...change,
  });

  test.for([
    { what: 'without an end is an outage', body: [incident({})], outage: true },
    { what: 'with an end of null is one too', body: [incident({ end: null })], outage: true },
    { what: 'that has ended is none', body: [incident({ end: '2026-10-01T09:00:00+00:00' })], outage: false },
    { what: 'that only disturbs is none', body: [incident({ status_impact: 'SERVICE_DISRUPTION' })], outage: false },
    {
      what: 'of another product is none',
      body: [incident({ affected_products: [{ title: 'Google Drive' }] })],
      outage: false,
    },
    {
      what: 'of several products is one',
      body: [incident({ affected_products: [{ title: 'Gmail' }, { title: 'Google Meet' }] })],
      outage: true,
    },
    { what: 'among others is found', body: [incident({ end: '2026-09-01' }), incident({})], outage: true },
  ])('an incident $what', ({ body, outage }) => {
    expect(meet(body)).toBe(outage);
  });

  test('excuses nobody where the feed does not say which product it is of', () => {
    expect(isOutage({ format: 'google-incidents' }, [incident({})])).toBe(false);
  });

  test('an empty list means that all is well', () => {
    expect(meet([])).toBe(false);
  });
});

describe('a flag in DNS', () => {
  const answer = (...data: readonly string[]) => ({ Status: 0, Answer: data.map((text) => ({ type: 1, data: text })) });

  test.for([
    { what: '127.0.0.1 is well', body: answer('127.0.0.1'), outage: false },
    { what: '127.0.0.2 is an outage', body: answer('127.0.0.2'), outage: true },
    { what: 'both is an outage', body: answer('127.0.0.1', '127.0.0.2'), outage: true },
    { what: 'another address tells nothing', body: answer('93.184.216.34'), outage: null },
    { what: 'no address tells nothing', body: answer(), outage: null },
    { what: 'a missing name tells nothing', body: { Status: 3 }, outage: null },
    { what: 'a server failure tells nothing', body: { ...answer('127.0.0.2'), Status: 2 }, outage: null },
    {
      what: 'a text record tells nothing',
      body: { Status: 0, Answer: [{ type: 16, data: '127.0.0.2' }] },
      outage: null,
    },
    {
      what: 'an alias on the way does not disturb',
      body: { Status: 0, Answer: [{ type: 5, data: 'flag.example.' }, ...answer('127.0.0.1').Answer] },
      outage: false,
    },
  ])('$what', ({ body, outage }) => {
    expect(flag(body)).toBe(outage);
  });
});

describe('a feed that changed its shape', () => {
  test.for([
    null,
    undefined,
    '',
    '<!doctype html>',
    0,
    {},
    { status: 'major' },
    { status: null },
    { Status: 0 },
    { Status: 0, Answer: '127.0.0.2' },
    [null],
    ['SERVICE_OUTAGE'],
    [{ end: 5, status_impact: 'SERVICE_OUTAGE' }],
    [{ end: null, impact: 'SERVICE_OUTAGE', affected_products: [{ title: 'Google Meet' }] }],
    [{ finished: null, impact: 'OUTAGE', products: ['Google Meet'] }],
  ])('neither excuses nor accuses: %j', (body) => {
    expect([statuspage(body), meet(body), flag(body)]).toEqual([null, null, null]);
  });

  test('can be anything, and is never taken for an outage', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect([statuspage(body), meet(body), flag(body)]).not.toContain(true);
        expect([statuspage(body), flag(body)]).toEqual([null, null]);
      }),
    );
  });
});
