import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ServiceRecord } from '../../core/catalogue/schema.ts';
import { ROOT } from '../build/output.ts';

/** What contributors are told is true. */

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const contributing = read('CONTRIBUTING.md');

test('the service that is shown fits the schema', () => {
  const [, json] = /```json\n([\s\S]+?)```/.exec(contributing) ?? [];
  const { issues } = v.safeParse(ServiceRecord, JSON.parse(json ?? ''));
  expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
});

test('every command that is named exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
  const named = [...contributing.matchAll(/npm (?:run )?(?:--silent )?([a-z-]+)/g)].map(([, name]) => name ?? '');
  expect([...new Set(named)].filter((name) => !(name in scripts) && name !== 'ci')).toEqual([]);
  const files = [...contributing.matchAll(/node ([\w/.-]+\.(?:ts|mjs))/g)].map(([, path]) => path ?? '');
  expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

describe('links lead somewhere', () => {
  const decisions = readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
  const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));

  test.each(['CONTRIBUTING.md', 'README.md', ...pages.map((name) => `docs/${name}`), ...decisions])('%s', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([]);
  });

  test('every decision stands in their list', () => {
    const list = read('docs/decisions/README.md');
    expect(
      decisions.filter((path) => !path.endsWith('README.md') && !list.includes(path.split('/').at(-1) ?? '')),
    ).toEqual([]);
  });
});
