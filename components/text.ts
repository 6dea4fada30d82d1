import { type GeneratedI18nStructure, i18n } from '#i18n';
import { type Formats, formats } from './format.ts';
import type { PluralBase, TextKey } from './wording.ts';

/** Texts in the person's language. */

type Piece = string | number;
type Pieces = [[], [Piece], [Piece, Piece], [Piece, Piece, Piece]];
type Arguments<Key extends TextKey> = Key extends TextKey
  ? GeneratedI18nStructure[Key]['substitutions'] extends infer Count extends keyof Pieces
    ? Pieces[Count]
    : never
  : never;

/** The text of a key, with `$1`, `$2` … filled in; numbers are written as the language writes them. */
export function t<Key extends TextKey>(key: Key, ...pieces: Arguments<Key>): string {
  return look(key, pieces);
}

/** A text that depends on a count: `key_one`, `key_few`, `key_other` … by the language's own rules. `$1` is the count. */
export function plural(base: PluralBase, count: number, ...more: readonly Piece[]): string {
  return look(`${base}_${format.pluralCategory(count)}` as TextKey, [count, ...more]);
}

const look = (key: TextKey, pieces: readonly Piece[]): string =>
  (i18n.t as (key: string, pieces: string[]) => string)(
    key,
    pieces.map((piece) => (typeof piece === 'number' ? format.number(piece) : piece)),
  );

/** The language that the texts are written in: the browser's own, or English where there is no translation. */
export const language = i18n.t('language');

/** The texts' own, not the browser's: it may speak another language than they do, and read from the other side. */
export const direction = i18n.t('direction');

const browserLocale = i18n.t('@@ui_locale').replaceAll('_', '-');
const isTranslated = browserLocale.split('-')[0] === language.split('-')[0];

/** A browser in British English gets 14:05, one in French gets English texts and no French dates among them. */
export const locale = isTranslated ? browserLocale : language;
export const format: Formats = formats(locale);
