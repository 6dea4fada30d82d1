import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../catalogue/valid.ts';
import type { KnownFacts } from './fact.ts';
import { CountryFile } from './schema.ts';

/** Build-time only: what is on record as a file of the package, checked (`platform/facts.ts` reads it). */

export const FACTS_FILE = 'facts.json';

/** @param folder one file a country, named by its code in lower case */
export function knownFacts(folder = join(import.meta.dirname, 'countries')): KnownFacts {
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((name) => {
      const path = join(folder, name);
      return [name.slice(0, 2).toUpperCase(), parse(CountryFile, readFileSync(path, 'utf8'), path).facts];
    }),
  );
}

export const factsFile = (): string => JSON.stringify(knownFacts());
