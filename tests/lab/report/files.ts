import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../cache.ts';
import { markdown } from './markdown.ts';
import type { Report } from './report.ts';

export const REPORT_FOLDER = join(CACHE, 'report');

/** Writes `report.md` and `report.json`. Returns the path for people. */
export function writeReport(folder: string, report: Report): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  const path = join(folder, 'report.md');
  writeFileSync(path, markdown(report));
  return path;
}

export const readReport = (folder: string): Report =>
  JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
