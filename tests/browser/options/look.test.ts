import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../../scripts/browser/driver.ts';
import { openDriver } from '../open-driver.ts';
import { FIXTURES, inspect } from './gallery.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
});
afterAll(() => driver.close());

describe('axe finds nothing and nothing sticks out, in every theme, direction and width', () => {
  test.each(Object.keys(FIXTURES))('%s', async (name) => {
    expect(await inspect(driver, name)).toEqual([]);
  });
});
