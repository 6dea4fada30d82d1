import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { services } from '../catalogue/files.ts';
import { factsFile, knownFacts } from './files.ts';

/** Every file of the record, and what the record is kept away from. */

const files = readdirSync(join(import.meta.dirname, 'countries'));
const record = knownFacts();
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const catalogue = services();

test.each(files)('%s is named by the code of a country', (name) => {
  expect(name).toMatch(/^[a-z]{2}\.json$/);
  expect(names.of(name.slice(0, 2).toUpperCase())).toBeTypeOf('string');
});

describe.each(Object.entries(record))('%s', (_, facts) => {
  test('names services by the catalogue’s ids where it has them', () => {
    const named = new Set(facts.flatMap(({ covers }) => covers.services ?? []));
    const unknown = [...named].filter((one) => !catalogue.some(({ id }) => id === one));
    expect(unknown.filter((one) => /^[a-z0-9-]+$/.test(one))).toEqual([]);
    expect(unknown.filter((one) => catalogue.some(({ name }) => name.toLowerCase() === one.toLowerCase()))).toEqual([]);
  });

  test('says each thing once, each with a source of its own', () => {
    expect(new Set(facts.map(({ text }) => text)).size).toBe(facts.length);
    for (const { sources } of facts) expect(new Set(sources.map(({ title }) => title)).size).toBe(sources.length);
  });
});

test('Morocco’s story is told from the first cut to the day when calls came back', () => {
  const story = (record.MA ?? []).map(({ date, kind }) => `${date} ${kind}`);
  expect(story).toEqual([
    '2004 law',
    '2014-08 disturbed',
    '2015-12 cut',
    '2016-01 extended',
    '2016-01-06 statement',
    '2016-01-07 statement',
    '2016-01-12 statement',
    '2016-02 partly-restored',
    '2016-02-26 extended',
    '2016-03-02 partly-restored',
    '2016-10-06 estimate',
    '2016-10 partly-restored',
    '2016-11-03 order',
    '2016-11-04 restored',
  ]);
  const cut = record.MA?.find(({ kind }) => kind === 'cut');
  expect(cut?.covers).toMatchObject({
    services: ['skype', 'whatsapp', 'viber'],
    operators: ['Maroc Telecom', 'Inwi', 'Méditel'],
    access: ['mobile'],
  });
  expect(record.MA?.find(({ kind }) => kind === 'estimate')).toMatchObject({
    confidence: 'research',
    text: expect.stringMatching(/six months .* 320 million dollars/),
  });
});

test('What is shipped is what the files say, and stays small', () => {
  expect(JSON.parse(factsFile())).toEqual(record);
  expect(factsFile().length).toBeLessThan(200_000);
});

test('Nothing that measures or judges knows of the record', () => {
  const root = join(import.meta.dirname, '../..');
  const sources = [
    'core/verdict',
    'core/evidence',
    'core/announce',
    'probes',
    'entrypoints/background',
    'entrypoints/offscreen',
    'entrypoints/popup',
  ]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((name) => /\.tsx?$/.test(name));
  expect(sources.length).toBeGreaterThan(100);
  expect(
    sources.filter((name) => /'[^']*\/facts(\.ts|\.json|\/)/.test(readFileSync(join(root, name), 'utf8'))),
  ).toEqual([]);
});
