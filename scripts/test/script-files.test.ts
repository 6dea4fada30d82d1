import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesOf } from './script-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringback-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a page counts every script that it loads, once, however it is imported', () => {
  const files = {
    'popup.html':
      '<script type="module" crossorigin src="/chunks/popup.js"></script><link rel="stylesheet" href="/a.css">',
    'chunks/popup.js': 'import{a}from"./shared.js";import"./side.js";const b=()=>import("./later.js");a(b)',
    'chunks/shared.js': 'import{c}from"./side.js";export{c as a}',
    'chunks/side.js': 'export const c=1',
    'chunks/later.js': 'export default 2',
    'chunks/unused.js': 'export default 3',
  };
  mkdirSync(join(folder, 'chunks'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const found = filesOf(join(folder, 'popup.html')).map((file) => relative(folder, file));
  expect(found.sort()).toEqual(['chunks/later.js', 'chunks/popup.js', 'chunks/shared.js', 'chunks/side.js']);
});
