import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../build/output.ts';

/** Whatever page of the repository names another, a file or a command: it is there. */

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one);

const pages = ['*.md', '{docs,store,tests,core}/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: ROOT }));

/** As GitHub makes them of headings. */
const anchors = (page: string): string[] =>
  matches(read(page).replace(/```[\s\S]*?```/g, ''), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('its links lead somewhere', () => {
    const links = matches(text, /\]\((?!https?:|mailto:)([^)\s]+)\)/g);
    const dead = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path ? join(dirname(page), path) : page;
      return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchors(target).includes(anchor));
    });
    expect(dead).toEqual([]);
  });

  test('files of the repository that it names exist', () => {
    const named = matches(
      text,
      /`((?:assets|components|core|docs|entrypoints|locales|modules|platform|probes|public|scripts|store|tests)\/[\w.*/-]+)`/g,
    );
    expect(named.filter((path) => globSync(path, { cwd: ROOT }).length === 0)).toEqual([]);
  });

  test('so do the commands', () => {
    const named = matches(text, /npm run (?:--silent )?([a-z][a-z:-]*)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = matches(text, /node ([\w/.-]+\.(?:ts|mjs))/g);
    expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

test('every decision stands in their list', () => {
  const list = read('docs/decisions/README.md');
  const records = globSync('docs/decisions/[0-9]*.md', { cwd: ROOT }).map((path) =>
    path.slice('docs/decisions/'.length),
  );
  expect(records.filter((name) => !list.includes(`(${name})`))).toEqual([]);
});
