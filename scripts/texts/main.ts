import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findingsOf } from './findings.ts';
import { GLOSSARY, glossary, withGlossary } from './glossary.ts';
import { readLocales, type Texts } from './locales.ts';
import { isWell, report } from './report.ts';
import { readSources, unusedKeys } from './unused.ts';

/**
 * `npm run texts`: what is missing, unused, untranslated or long in `locales/`. Ends with 1 when something is missing or unused.
 *
 *     --glossary   writes the words of the verdicts in all languages into docs/glossary.md
 */
const { values } = parseArgs({ options: { glossary: { type: 'boolean', default: false } } });

const locales = await readLocales();
const english = locales.get('en') as Texts;

if (values.glossary) {
  writeFileSync(GLOSSARY, withGlossary(readFileSync(GLOSSARY, 'utf8'), glossary(locales)));
} else {
  const found = new Map([...locales].map(([tag, texts]) => [tag, findingsOf(tag, texts, english)]));
  const unused = unusedKeys(english.keys(), readSources());
  console.log(report(found, unused));
  process.exitCode = isWell(found, unused) ? 0 : 1;
}
