import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Numbers } from './numbers.ts';
import { pictures } from './pictures.ts';
import { tables, withTables } from './tables.ts';
import { waldRounds, wilson } from './theory.ts';

const docs = join(import.meta.dirname, '../../docs');
const numbers = JSON.parse(readFileSync(join(import.meta.dirname, 'figures.json'), 'utf8')) as Numbers;
const page = readFileSync(join(docs, 'method.md'), 'utf8');

describe('docs/method.md', () => {
  test('tells the numbers that were counted (`npm run figures -- --draw` writes them)', () => {
    expect(withTables(page, tables(numbers))).toBe(page);
  });

  test.for(Object.entries(pictures(numbers)))('shows %s as it was counted', ([name, picture]) => {
    expect(page).toContain(`(pictures/${name}.svg)`);
    expect(readFileSync(join(docs, 'pictures', `${name}.svg`), 'utf8')).toBe(picture);
  });
});

describe('what is expected without simulation', () => {
  test('three of three leave much open, and none of two thousand little (Wilson)', () => {
    expect(wilson(3, 3)[0]).toBeCloseTo(0.44, 2);
    expect(wilson(0, 2_000)[1]).toBeLessThan(0.002);
  });

  test('a blocked path is decided within two rounds on a clean line, and in more on a worse one (Wald)', () => {
    expect([0.02, 0.1, 0.3].map((pOpen) => Math.ceil(waldRounds(pOpen)))).toEqual([2, 3, 6]);
  });
});
