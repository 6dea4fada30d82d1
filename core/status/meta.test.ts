import { describe, expect, test } from 'vitest';
import { readMeta } from './meta.ts';
import { DAY, HOUR, sample } from './testing-samples.ts';

const HIGH = sample('meta.rss');
const BEGAN = Date.parse('2026-03-04T00:00:00Z');
const says = (text: string, now = BEGAN + HOUR, component?: string) =>
  readMeta(text, { now, ...(component && { component }) });
const titled = (title: string) => HIGH.replace('[High disruptions]: Cloud API', title);
const item = (title: string, date = 'Wed, 04 Mar 2026 02:00:00 GMT') =>
  `<item><title>${title}</title><pubDate>${date}</pubDate></item>`;
const besides = (...items: readonly string[]) => HIGH.replace('</channel>', `${items.join('')}</channel>`);

test('A feed without items means that all is well', () => {
  expect(says(HIGH.replace(/<item>[\s\S]*<\/item>/, ''))).toBe(false);
});

describe('an item', () => {
  test.for<[string, boolean | null]>([
    ['[High disruptions]: Cloud API', true],
    ['[Major disruption] Cloud API', true],
    [' [ HIGH DISRUPTIONS ]: Cloud API', true],
    ['[Medium disruptions]: Cloud API', false],
    ['[Low disruptions]: Cloud API', false],
    ['[Resolved]: Cloud API', false],
    ['[No known issues]: Cloud API', false],
    ['[Maintenance]: Cloud API', false],
    ['[Extreme disruptions]: Cloud API', null],
    ['No more [High disruptions]: Cloud API', null],
    ['[Resolved: High disruptions]: Cloud API', null],
    ['Cloud API', null],
    ['', null],
  ])('"%s" is an outage: %s', ([title, outage]) => {
    expect(says(titled(title))).toBe(outage);
  });

  test('counts for the interfaces that are named, and what belongs to them', () => {
    expect(says(HIGH, BEGAN, 'Cloud API')).toBe(true);
    expect(says(titled('[High disruptions]: Cloud API Calling'), BEGAN, 'Cloud API')).toBe(true);
    expect(says(titled('[High disruptions]: Embedded Signup'), BEGAN, 'Cloud API')).toBe(false);
  });

  test('of more than three days ago, of the future or without a date tells nothing', () => {
    expect(says(HIGH, BEGAN + 3 * DAY)).toBe(true);
    expect(says(HIGH, BEGAN + 3 * DAY + 1)).toBeNull();
    expect(says(HIGH, BEGAN - HOUR)).toBeNull();
    expect(says(HIGH.replace(/<pubDate>.*<\/pubDate>/, ''))).toBeNull();
  });

  test('is over when a later one of the same says so', () => {
    expect(says(besides(item('[Resolved]: Cloud API')))).toBe(false);
    expect(says(besides(item('[Resolved]: Cloud API', 'today')))).toBe(false);
    expect(says(besides(item('[Resolved]: Cloud API', 'today'), item('[Resolved]: Cloud API')))).toBe(false);
    expect(says(besides(item('[Resolved]: Flows')))).toBe(true);
    expect(says(besides(item('[Resolved]: Cloud API', 'Tue, 03 Mar 2026 00:00:00 GMT')))).toBe(true);
  });

  test('that is commented out, or stands in a text, is none', () => {
    expect(says(HIGH.replace('<item>', '<!-- <item>').replace('</item>', '</item> -->'))).toBe(false);
    expect(says(titled(`[Low disruptions]: x`).replace('<p>', `<p>${item('[High disruptions]: x')}`))).toBe(false);
  });
});

test.for<[string, string]>([
  [
    'the page that the site answers unknown paths with',
    '<!doctype html><html><body><div id="root"></div></body></html>',
  ],
  ['cut off', HIGH.slice(0, -10)],
  ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>[High disruptions]: x</title></entry></feed>'],
  ['JSON', '[{"title":"[High disruptions]: x"}]'],
  ['with a document type', `<!DOCTYPE rss [<!ENTITY a "b">]>${HIGH}`],
  ['empty', ''],
])('What is no such feed tells nothing: %s', ([, text]) => {
  expect(says(text)).toBeNull();
});
