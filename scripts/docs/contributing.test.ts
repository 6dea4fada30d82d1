import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { ServiceRecord } from '../../core/catalogue/schema.ts';
import { CountryFile } from '../../core/facts/schema.ts';
import { ROOT } from '../build/output.ts';

/** What contributors are told is true. */

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test.each([
  ['service', read('CONTRIBUTING.md'), ServiceRecord],
  ['fact', read('docs/facts.md'), CountryFile],
] as const)('the %s that is shown fits the schema', (_, page, schema) => {
  const [, json] = /```json\n([\s\S]+?)```/.exec(page) ?? [];
  const { issues } = v.safeParse(schema, JSON.parse(json ?? ''));
  expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
});
