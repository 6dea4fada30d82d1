import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';

/** What every language owes: a file in `locales/` is held to this by being there. */

const FOLDER = join(import.meta.dirname, '../locales');
const CATEGORY = /_(zero|one|two|few|many|other)$/;
const COUNT = '$1';

const textsOf = async (locale: string): Promise<Map<string, string>> => {
  const parsed = await parseMessagesFile(join(FOLDER, `${locale}.yml`));
  const texts = parsed.map((one) => [one.key.join('.'), 'message' in one ? one.message : ''] as const);
  return new Map(texts.filter(([key]) => !key.startsWith('@@')));
};

const english = await textsOf('en');
const isPlural = (key: string): boolean => english.has(`${key.replace(CATEGORY, '')}_other`);
const base = (key: string): string => key.replace(CATEGORY, '');
const categoryOf = (key: string): string => CATEGORY.exec(key)?.[1] ?? 'other';

/** English has fewer categories than most: what it lacks is told as its `other`. */
const englishFor = (key: string): string => english.get(key) ?? english.get(`${base(key)}_other`) ?? '';

const placeholders = (text: string): string[] => [...new Set(text.match(/\$\d/g))].sort();

const locales = readdirSync(FOLDER).map((name) => name.replace(/\.yml$/, ''));

describe.each(locales)('%s', async (locale) => {
  const texts = await textsOf(locale);
  /** Browsers name folders with an underscore, everybody else languages with a hyphen. */
  const tag = locale.replace('_', '-');
  const plurals = new Intl.PluralRules(tag);
  const { pluralCategories } = plurals.resolvedOptions();
  /** Where a category stands for one number, its word may hold the count: "two rounds" is one word in Arabic. */
  const isOneNumber = (category: string): boolean =>
    Array.from({ length: 1_000 }, (_, count) => plurals.select(count)).filter((one) => one === category).length === 1;

  test('names the language that it is written in, and the side from which it is read', () => {
    expect(texts.get('language')).toBe(tag);
    const isFromTheRight = /^\p{Script=Arabic}|^\p{Script=Hebrew}/u.test(texts.get('checking') ?? '');
    expect(texts.get('direction')).toBe(isFromTheRight ? 'rtl' : 'ltr');
  });

  test('has every text of English, each plural in every category of the language, and no other', () => {
    const wanted = [...english.keys()].flatMap((key) =>
      isPlural(key) ? pluralCategories.map((category) => `${base(key)}_${category}`) : [key],
    );
    expect([...texts.keys()].sort()).toEqual([...new Set(wanted)].sort());
  });

  test('leaves no text empty', () => {
    expect([...texts].filter(([, text]) => !/\p{L}|\$\d/u.test(text))).toEqual([]);
  });

  test('fills in what English fills in', () => {
    const filled = [...texts].map(([key, text]) => {
      const mayHoldCount = isPlural(key) && isOneNumber(categoryOf(key));
      const without = (all: string[]) => (mayHoldCount ? all.filter((one) => one !== COUNT) : all);
      return [key, without(placeholders(text)), without(placeholders(englishFor(key)))] as const;
    });
    expect(filled.filter(([, own, wanted]) => own.join() !== wanted.join())).toEqual([]);
  });

  test('fits the limits of the stores', () => {
    expect(texts.get('extension_name')?.length).toBeLessThanOrEqual(45);
    expect(texts.get('extension_description')?.length).toBeLessThanOrEqual(132);
  });
});
