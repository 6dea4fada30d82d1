import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { ROOT } from '../../scripts/build/output.ts';
import { toDocument } from '../../scripts/check/document.ts';
import { runRounds } from '../../scripts/check/rounds.ts';
import { agreeQuietly, openDriver } from './open-driver.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
  await agreeQuietly(driver);
});
afterAll(() => driver.close());

test('the document that check prints fits its published schema', async () => {
  const [first, ...rest] = await runRounds(driver, { rounds: 2, spacing: 0, explained: false });
  if (!first) throw new Error('No round took place.');
  const document = toDocument([first, ...rest]);
  const schema = JSON.parse(readFileSync(join(ROOT, 'docs', 'check-output.schema.json'), 'utf8')) as object;
  const fits = new Ajv2020({ allErrors: true }).compile(schema);
  expect(fits(JSON.parse(JSON.stringify(document))), JSON.stringify(fits.errors)).toBe(true);
  expect(document.rounds).toBe(2);
  expect(document.observations.some(({ round }) => round === 2)).toBe(true);
});
