import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OPERATORS_FILE } from '../../core/network/operators/files.ts';
import { filesOf } from './script-files.ts';
import type { Print } from './step.ts';
import type { Tally } from './tally.ts';

/** Shipped script of each part with every chunk that it loads to start, gzip, in kB of 1000 bytes. */
export const BOUNDS = [
  { part: 'background', entry: 'background.js', most: 25 },
  { part: 'offscreen', entry: 'offscreen.html', most: 15 },
  { part: 'popup', entry: 'popup.html', most: 25 },
  { part: 'welcome', entry: 'welcome.html', most: 30 },
  { part: 'help', entry: 'help.html', most: 30 },
  { part: 'options', entry: 'options.html', most: 32 },
  { part: 'servers', entry: 'servers.html', most: 30 },
  { part: 'context', entry: 'context.html', most: 30 },
] as const;

/** Data that is shipped as it is, in bytes. */
const FILES = [{ file: OPERATORS_FILE, most: 600_000 }] as const;

/** @param folder a build; Firefox has no offscreen page */
export function checkSizes(print: Print, folder: string): Tally {
  let failed = 0;
  const parts = BOUNDS.filter(({ entry }) => existsSync(join(folder, entry)));
  for (const { part, entry, most } of parts) {
    const { start, later } = filesOf(join(folder, entry));
    const size = kilobytes(start);
    const fits = start.length > 0 && size <= most;
    if (!fits) failed++;
    const names = (files: readonly string[]) => files.map((file) => relative(folder, file)).join(' + ');
    const line = (verdict: string, size: number, rest: string) =>
      print(`${verdict.padEnd(4)} ${part.padEnd(10)} ${size.toFixed(1).padStart(5)} kB ${rest}\n`);
    line(fits ? 'ok' : 'OVER', size, `of ${most}  (${names(start) || 'no script found'})`);
    if (later.length > 0) line('', kilobytes(later), `on demand  (${names(later)})`);
  }
  for (const { file, most } of FILES) {
    const size = statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? Number.POSITIVE_INFINITY;
    const fits = size <= most;
    if (!fits) failed++;
    print(`${fits ? 'ok  ' : 'OVER'} ${file} ${size} bytes of ${most}\n`);
  }
  return { passed: parts.length + FILES.length - failed, failed, skipped: [] };
}

const kilobytes = (files: readonly string[]): number =>
  files.reduce((total, file) => total + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;
