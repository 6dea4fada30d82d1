import type { Texts } from './locales.ts';

const CATEGORY = /_(zero|one|two|few|many|other)$/;

/** The key without the plural category at its end. */
export const baseOf = (key: string): string => key.replace(CATEGORY, '');

const isPlural = (key: string, english: Texts): boolean => CATEGORY.test(key) && english.has(`${baseOf(key)}_other`);

/** The keys that a language owes: those of English, each plural in every category that the language has. */
export function owedKeys(tag: string, english: Texts): ReadonlySet<string> {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  return new Set(
    [...english.keys()].flatMap((key) =>
      isPlural(key, english) ? pluralCategories.map((category) => `${baseOf(key)}_${category}`) : [key],
    ),
  );
}

/** What English says under this key; it has fewer categories than most languages, and tells the others by its `other`. */
export const englishOf = (key: string, english: Texts): string =>
  english.get(key) ?? english.get(`${baseOf(key)}_other`) ?? '';
