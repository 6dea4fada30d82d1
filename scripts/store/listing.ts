import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYAML } from 'confbox';
import * as v from 'valibot';
import { ROOT } from '../build/output.ts';

export const STORE = join(ROOT, 'store');

/** Longest texts that the stores take, in characters: Mozilla's summary, and the description at Mozilla and Google. */
const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

export const Listing = v.strictObject({
  summary: text(250),
  description: text(15_000),
  /** By version. */
  whats_new: v.record(v.string(), text(1_000)),
});

/** Google's fields on the *Privacy* tab. */
export const Answers = v.strictObject({
  single_purpose: text(1_000),
  permissions: v.record(v.string(), text(1_000)),
  host_permissions: text(1_000),
  remote_code: text(1_000),
  data_collected: v.record(v.string(), v.boolean()),
  certified: v.pipe(v.array(v.string()), v.length(3)),
});

/** Named as in `locales/`. */
export const listingLanguages = (): string[] =>
  readdirSync(join(STORE, 'listing'))
    .map((file) => file.replace(/\.yml$/, ''))
    .sort();

const read = (file: string): unknown => parseYAML(readFileSync(join(STORE, file), 'utf8'));

export const listing = (language: string) => v.parse(Listing, read(`listing/${language}.yml`));
export const answers = () => v.parse(Answers, read('answers.yml'));
