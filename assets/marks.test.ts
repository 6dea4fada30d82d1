import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const MARKS = join(import.meta.dirname, '../public/marks');
const { resolve } = createRequire(import.meta.url);

/** Where a file is not named as there. */
const NAMES: Readonly<Record<string, string>> = { meet: 'googlemeet' };

interface Entry {
  readonly title: string;
  readonly slug?: string;
  readonly license?: object;
}
const entries = JSON.parse(readFileSync(resolve('simple-icons/icons.json'), 'utf8')) as Entry[];
const marks = readdirSync(MARKS).filter((file) => file.endsWith('.svg'));

const pathsOf = (file: string) => [...readFileSync(file, 'utf8').matchAll(/\bd="([^"]+)"/g)].map(([, path]) => path);

test.each(marks)('the mark %s is that of the licensed source, which names no other licence for it', (file) => {
  const slug = NAMES[basename(file, '.svg')] ?? basename(file, '.svg');
  expect(pathsOf(join(MARKS, file))).toEqual(pathsOf(resolve(`simple-icons/icons/${slug}.svg`)));
  const entry = entries.find(({ title, slug: own }) => (own ?? title.toLowerCase().replaceAll(' ', '')) === slug);
  expect(entry).toBeDefined();
  expect(entry?.license).toBeUndefined();
});

test('the licence names the version that the marks were compared with', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  expect(readFileSync(join(MARKS, 'LICENSE.txt'), 'utf8')).toContain(
    `simple-icons ${devDependencies['simple-icons']} `,
  );
});
