import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEED_FORMATS } from '../catalogue/runtime.ts';
import { isOutage } from './read.ts';
import { sample } from './testing-samples.ts';

const COMPONENT = 'WebexMeeting';
const all = (text: string) =>
  FEED_FORMATS.map((format) => isOutage({ format, component: COMPONENT }, text, Date.now()));

describe('a source that changed its shape neither excuses nor accuses', () => {
  test.for([
    '',
    'null',
    '""',
    '0',
    '{}',
    '<!doctype html>',
    '<html>status: critical</html>',
    '{"status":"major"}',
    '{"status":null}',
    '{"Status":0}',
    '{"Status":0,"Answer":"127.0.0.2"}',
    '{"services":{}}',
    '{"services":[{"serviceName":"WebexMeeting"}]}',
    '{"incidents":{}}',
    '{"incidents":[{"impact":"critical"}]}',
    '[null]',
    '["SERVICE_OUTAGE"]',
    '[{"end":5,"status_impact":"SERVICE_OUTAGE"}]',
    '[{"finished":null,"impact":"OUTAGE","products":["WebexMeeting"]}]',
  ])('%s', (text) => {
    expect(all(text)).toEqual(FEED_FORMATS.map(() => null));
  });

  const isCalm = (text: string) => !all(text).includes(true);
  test('and so does any JSON', () => {
    fc.assert(fc.property(fc.json(), isCalm));
  });

  test('and any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isCalm));
  });

  test('and a recorded answer that was cut off anywhere', () => {
    for (const name of ['apple.jsonp', 'google.json', 'meta.rss', 'microsoft.json', 'statuspage.json', 'webex.json']) {
      const text = sample(name).trim();
      fc.assert(fc.property(fc.nat(text.length - 3), (end) => isCalm(text.slice(0, end))));
    }
  });
});

test('A format that a newer edition of the catalogue has says nothing', () => {
  expect(isOutage({ format: 'tomorrow' as 'meta' }, '{}', 0)).toBeNull();
  expect(isOutage({ format: 'toString' as 'meta' }, '{}', 0)).toBeNull();
});

test.for([
  ['spaces', ' '],
  ['brackets', '['],
  ['the end of a call', ')'],
  ['titles', '<item><title>[High disruptions]: Cloud API</title></item>'],
  ['spaces in a title', '<item><title>[ '],
] as const)('Time does not grow with the square of a text: a megabyte and a half of %s', ([, piece]) => {
  const many = piece.repeat(1_400_000 / piece.length);
  const began = performance.now();
  for (const text of [
    many,
    `jsonCallback()${many}x`,
    `<rss><channel>${many}</channel></rss>`,
    `<rss><channel><item><title>[${many}</title></item></channel></rss>`,
  ])
    all(text);
  expect(performance.now() - began).toBeLessThan(10_000);
});
