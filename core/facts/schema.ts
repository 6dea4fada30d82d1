import * as v from 'valibot';
import { ACCESSES, CONFIDENCES, COVERED, FACT_KINDS } from './fact.ts';

/** The shape of a country's file, checked at build time and in tests. What the fields mean stands in `fact.ts`. */

/** 2016, 2016-11 or 2016-11-03. */
const FactDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check((date) => isDate(date), 'there is no such date'),
);
const Words = v.pipe(
  v.string(),
  v.minLength(2),
  v.maxLength(300),
  v.regex(/^[^<>\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+$/u, 'text is one line without markup'),
  v.check((text) => text === text.trim(), 'text has no blanks around it'),
);
const listOf = <Schema extends v.GenericSchema<string>>(one: Schema) =>
  v.pipe(
    v.array(one),
    v.minLength(1),
    v.check((all) => new Set(all).size === all.length, 'an entry stands twice'),
  );

const Source = v.strictObject({
  title: Words,
  publisher: Words,
  date: v.exactOptional(FactDate),
  url: v.exactOptional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
});

const FactRecord = v.pipe(
  v.strictObject({
    kind: v.picklist(FACT_KINDS),
    date: FactDate,
    until: v.exactOptional(FactDate),
    covers: v.strictObject({
      what: listOf(v.picklist(COVERED)),
      services: v.exactOptional(listOf(Words)),
      operators: v.exactOptional(listOf(Words)),
      access: v.exactOptional(listOf(v.picklist(ACCESSES))),
    }),
    text: v.pipe(Words, v.regex(/[.!?]$/, 'a text ends like a sentence')),
    confidence: v.picklist(CONFIDENCES),
    sources: v.pipe(v.array(Source), v.minLength(1)),
    checked: v.pipe(FactDate, v.minLength(7, 'a month at least')),
  }),
  v.check(({ date, until = date }) => isNotAfter(date, until), 'it ended before it began'),
  v.check(({ date, until = date, checked }) => isNotAfter(until, checked), 'it lies after the day it was looked up'),
  v.check(
    ({ sources, checked }) => sources.every(({ date = '' }) => isNotAfter(date, checked)),
    'a source is younger than the day it was looked up',
  ),
);

export const CountryFile = v.strictObject({
  facts: v.pipe(
    v.array(FactRecord),
    v.minLength(1),
    v.check(
      (facts) => facts.every(({ date }, i) => isNotAfter(facts[i - 1]?.date ?? '', date)),
      'the oldest comes first',
    ),
  ),
});

function isDate(date: string): boolean {
  const [, month = '01', day = '01'] = date.split('-');
  const at = new Date(`${date.slice(0, 4)}-${month}-${day}T00:00:00Z`);
  return at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
}

/** As far as both are exact: a day of October is not after October. */
const isNotAfter = (date: string, other: string): boolean => date.slice(0, other.length) <= other;
