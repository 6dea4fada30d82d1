import { join } from 'node:path';
import { TERMS } from '../../components/help/terms.ts';
import { callsKey, mechanismKey, messagesKey, networkKey } from '../../components/wording.ts';
import { CALL_STATES, MECHANISMS, MESSAGE_STATES, NETWORK_STATES } from '../../core/vocabulary.ts';
import { ROOT } from '../build/output.ts';
import type { Texts } from './locales.ts';

/** The verdict words and terms in every language, as `docs/glossary.md` has them. */

export const GLOSSARY = join(ROOT, 'docs', 'glossary.md');
const BEGIN = '<!-- words:begin -->';
const END = '<!-- words:end -->';

const KEYS = [
  ...NETWORK_STATES.map(networkKey),
  'verdict.confirming',
  ...CALL_STATES.map(callsKey),
  ...MESSAGE_STATES.map(messagesKey),
  ...MECHANISMS.map(mechanismKey),
  ...TERMS.map((term) => `help.terms.${term}`),
];

/** A table for every language beside English; a word that is not translated yet is left open. */
export function glossary(locales: ReadonlyMap<string, Texts>): string {
  const english = locales.get('en');
  return [...locales]
    .filter(([tag]) => tag !== 'en')
    .flatMap(([tag, texts]) => [
      `### ${nameOf(tag)} (\`${tag}\`)`,
      '',
      '| key | English | |',
      '| --- | --- | --- |',
      ...KEYS.map((key) => `| \`${key}\` | ${cell(english?.get(key))} | ${cell(texts.get(key))} |`),
      '',
    ])
    .join('\n')
    .trim();
}

const nameOf = (tag: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
const cell = (text = ''): string => text.replaceAll('|', '\\|');

/** The page with its tables replaced; throws when the page has no place for them. */
export function withGlossary(page: string, tables: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`the page has no ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`;
}
