import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { openDriver } from '../open-driver.ts';
import { BROWSER } from '../under-test.ts';
import { checksFor } from './behaviour.ts';
import { FIXTURES } from './fixtures.ts';
import { inspect } from './gallery.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
});
afterAll(() => driver.close());

describe('axe finds nothing and nothing sticks out, in every theme, direction and width', () => {
  test.each(Object.keys(FIXTURES))('%s', async (state) => {
    const results = await inspect(driver, state);
    expect(results.flatMap(({ look, problems }) => problems.map((problem) => `${look}: ${problem}`))).toEqual([]);
  });
});

describe('the popup', () => {
  test.each(Object.entries(checksFor(BROWSER)))('%s', (_, check) => check(driver));
});
