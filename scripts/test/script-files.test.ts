import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesOf } from './script-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringback-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a page starts with every script that it loads at once, counted once; what it loads on demand is apart', () => {
  const files = {
    'popup.html':
      '<script type="module" crossorigin src="/chunks/popup.js"></script><link rel="stylesheet" href="/a.css">',
    'chunks/popup.js': 'import{a}from"./shared.js";import"./side.js";const b=()=>import("./later.js");a(b)',
    'chunks/shared.js': 'import{c}from"./side.js";import"./effect.js";export{c as a}',
    'chunks/side.js': 'export const c=1',
    'chunks/effect.js': 'addEventListener("load",()=>{})',
    'chunks/later.js': 'import{c}from"./side.js";import{d}from"./beside.js";export default c+d',
    'chunks/beside.js': 'export const d=2',
    'chunks/unused.js': 'export default 3',
  };
  mkdirSync(join(folder, 'chunks'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { start, later } = filesOf(join(folder, 'popup.html'));
  const names = (list: readonly string[]) => list.map((file) => relative(folder, file)).sort();
  expect(names(start)).toEqual(['chunks/effect.js', 'chunks/popup.js', 'chunks/shared.js', 'chunks/side.js']);
  expect(names(later)).toEqual(['chunks/beside.js', 'chunks/later.js']);
});
