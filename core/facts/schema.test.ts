import * as v from 'valibot';
import { expect, test } from 'vitest';
import { CountryFile } from './schema.ts';

/** A country's file: what it may hold, and what the build says of one that does not fit. */

const FACT = {
  kind: 'cut',
  date: '2016-01-07',
  covers: { what: ['calls'] },
  text: 'Calls are cut.',
  confidence: 'press',
  sources: [{ title: 'Calls cut', publisher: 'A newspaper', date: '2016-01-08', url: 'https://newspaper.example/1' }],
  checked: '2026-11',
} as const;

const problems = (...facts: readonly object[]): string[] =>
  (v.safeParse(CountryFile, { facts }).issues ?? []).map(
    (issue) => `${v.getDotPath(issue)?.replace(/^facts\.?(0\.)?/, '')}: ${issue.message}`,
  );

test.each([
  ['a day', { date: '2016-02-29' }],
  ['a month', { date: '2016-02' }],
  ['a year', { date: '2016' }],
  ['an end in the same month', { date: '2016-02', until: '2016-02-20' }],
  ['an end as vague as its month', { date: '2016-02-20', until: '2016-02' }],
  [
    'services, operators and access',
    { covers: { what: ['calls'], services: ['viber'], operators: ['Inwi'], access: ['adsl'] } },
  ],
  ['a source without an address', { sources: [{ title: 'A book', publisher: 'A publisher' }] }],
  ['something of the month in which it was looked up', { date: '2026-11-30' }],
] as const)('A fact may have %s', (_, change) => {
  expect(problems({ ...FACT, ...change })).toEqual([]);
});

test.each([
  ['no sources', { sources: [] }, 'sources'],
  ['a source over plain HTTP', { sources: [{ ...FACT.sources[0], url: 'http://newspaper.example' }] }, 'https://'],
  ['a source that is a script', { sources: [{ ...FACT.sources[0], url: 'javascript:alert(1)' }] }, 'https://'],
  ['a day that no calendar has', { date: '2015-02-29' }, 'no such date'],
  ['a month that no calendar has', { date: '2015-13' }, 'no such date'],
  ['a date in words', { date: 'January 2016' }, 'YYYY'],
  ['an end before its beginning', { until: '2015-12' }, 'ended before it began'],
  ['a date after it was looked up', { date: '2026-12-01' }, 'after the day it was looked up'],
  ['an end after it was looked up', { until: '2027' }, 'after the day it was looked up'],
  ['a source younger than the look', { sources: [{ ...FACT.sources[0], date: '2026-12' }] }, 'younger'],
  ['a look of no more than a year', { checked: '2026' }, 'a month at least'],
  ['no text', { text: '' }, 'text'],
  ['a text that does not end', { text: 'Calls are cut' }, 'ends like a sentence'],
  ['a text of more than 300 characters', { text: `${'x'.repeat(300)}.` }, 'text'],
  ['markup', { text: '<b>Calls</b> are cut.' }, 'without markup'],
  ['two lines', { text: 'Calls\nare cut.' }, 'one line'],
  ['a character that turns the text around', { text: 'Calls \u202eare cut.' }, 'one line'],
  ['another kind', { kind: 'rumour' }, 'kind'],
  ['another confidence', { confidence: 'sure' }, 'confidence'],
  ['nothing that it covers', { covers: { what: [] } }, 'what'],
  ['a service twice', { covers: { what: ['calls'], services: ['viber', 'viber'] } }, 'stands twice'],
  ['a field that nobody reads', { verdict: 'blocked' }, 'verdict'],
])('A fact may not have %s', (_, change, said) => {
  expect(problems({ ...FACT, ...change }).join('\n')).toContain(said);
});

test('The oldest fact comes first, as far as dates are exact', () => {
  expect(problems({ ...FACT, date: '2016-10-06' }, { ...FACT, date: '2016-10' }, { ...FACT, date: '2016' })).toEqual(
    [],
  );
  expect(problems({ ...FACT, date: '2016-11' }, { ...FACT, date: '2016-10-06' })).toEqual([': the oldest comes first']);
});
