import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DERIVED } from './derived.ts';
import { findingsOf } from './findings.ts';
import { GLOSSARY, glossary, withGlossary } from './glossary.ts';
import { readLocales, type Texts } from './locales.ts';
import { isWell, report } from './report.ts';
import { readSources, unusedKeys } from './unused.ts';

const locales = await readLocales();
const english = locales.get('en') as Texts;

describe('the texts of this repository', () => {
  test.each([...DERIVED])('the id behind %s has a text', (key) => {
    expect(english.get(key)).toMatch(/\S/);
  });

  test('none is unused', () => {
    expect(unusedKeys(english.keys(), readSources())).toEqual([]);
  });

  test('the glossary has the words of the locale files; `npm run texts -- --glossary` writes it', () => {
    const page = readFileSync(GLOSSARY, 'utf8');
    expect(page).toBe(withGlossary(page, glossary(locales)));
  });
});

describe('what is found', () => {
  const ENGLISH: Texts = new Map([
    ['rounds_one', '$1 round'],
    ['rounds_other', '$1 rounds'],
    ['copied', 'Report copied'],
    ['webrtc', 'WebRTC, $1'],
  ]);
  const french = (change: Readonly<Record<string, string | null>> = {}) => {
    const whole = {
      rounds_one: '$1 tour',
      rounds_many: '$1 de tours',
      rounds_other: '$1 tours',
      copied: 'Rapport copié',
    };
    const texts = Object.entries({ ...whole, webrtc: 'WebRTC, $1', ...change });
    return findingsOf('fr', new Map(texts.filter((one): one is [string, string] => one[1] !== null)), ENGLISH);
  };

  test('nothing, where each plural has the categories of the language and names stay as they are', () => {
    expect(french()).toMatchObject({ missing: [], surplus: [], same: [], long: [] });
  });

  test('what is missing, a plural category included', () => {
    expect(french({ copied: null, rounds_many: null }).missing).toEqual(['rounds_many', 'copied']);
  });

  test('what English does not have, or the language’s plurals do not', () => {
    expect(french({ gone: 'Parti', rounds_few: '$1 tours' }).surplus).toEqual(['gone', 'rounds_few']);
  });

  test('what is still English', () => {
    expect(french({ copied: 'Report copied' }).same).toEqual(['copied']);
  });

  test('what is far longer', () => {
    expect(french({ copied: 'Le rapport est maintenant copié' }).long).toEqual(['copied']);
  });

  test('what no source names: a plural is named without its category, a built key by its table', () => {
    const keys = ['rounds_one', 'action.copy', 'calls.clear', 'extension_name', 'orphan'];
    const sources = "plural('rounds', 3); t('action.copy'); name: '__MSG_extension_name__'";
    expect(unusedKeys(keys, sources, new Set(['calls.clear']))).toEqual(['orphan']);
  });

  test('the report names every key, and only what is missing or unused is a failure', () => {
    const of = (change: Readonly<Record<string, string | null>>) => new Map([['fr', french(change)]]);
    expect(report(of({ copied: null }), [])).toMatch(/fr: \d+ %.*missing \(1\)\n {4}copied\n/s);
    expect(isWell(of({ copied: null }), [])).toBe(false);
    expect(isWell(of({ gone: 'Parti' }), [])).toBe(false);
    expect(isWell(of({ copied: 'Report copied' }), [])).toBe(true);
    expect(isWell(of({}), ['orphan'])).toBe(false);
  });
});
