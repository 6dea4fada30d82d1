import type { Texts } from './locales.ts';
import { englishOf, owedKeys } from './plurals.ts';

/** What is to be said of one language's texts. */
export interface Findings {
  readonly missing: readonly string[];
  /** Keys that English does not have, or categories that the language does not have. */
  readonly surplus: readonly string[];
  /** The same as English, and no name: perhaps not translated. */
  readonly same: readonly string[];
  /** Far longer than in English: perhaps too long for its place. */
  readonly long: readonly string[];
  /** All texts together, compared with English. */
  readonly length: number;
}

/** Longer than this many times the English text, and by so many letters more, a text is worth a look. */
const LONG_TIMES = 1.6;
const LONG_LETTERS = 12;

export function findingsOf(tag: string, texts: Texts, english: Texts): Findings {
  const owed = owedKeys(tag, english);
  const shared = [...texts].filter(([key]) => owed.has(key)).map(([key, text]) => [key, text, englishOf(key, english)]);
  const letters = (which: 1 | 2) => shared.reduce((sum, entry) => sum + (entry[which]?.length ?? 0), 0);
  const keysWhere = (holds: (text: string, english: string) => boolean) =>
    shared.flatMap(([key = '', text = '', original = '']) => (holds(text, original) ? key : []));
  return {
    missing: [...owed].filter((key) => !texts.has(key)),
    surplus: [...texts.keys()].filter((key) => !owed.has(key)),
    same: tag === 'en' ? [] : keysWhere((text, original) => text === original && !isName(text)),
    long: keysWhere(
      (text, original) => text.length > original.length * LONG_TIMES && text.length > original.length + LONG_LETTERS,
    ),
    length: letters(1) / Math.max(1, letters(2)),
  };
}

/** Names and numbers that are the same in every language. */
const NAMES = /\$\d|\b(Ringback|WebRTC|UDP|TCP|TLS|HTTPS|STUN|TURN|OONI|CSV|JSON|VPN|en|ltr)\b/g;

const isName = (text: string): boolean => !/\p{L}/u.test(text.replaceAll(NAMES, ''));
