import { readFileSync, writeFileSync } from 'node:fs';
import { HealthFile } from '../../../core/catalogue/schema.ts';
import { parse } from '../../../core/catalogue/valid.ts';
import { DAY_MS } from '../../../core/day.ts';
import { changes, merge } from './merge.ts';
import { dayOf, readRuns, removeRun } from './record.ts';

/** Records are kept so long, so that one that comes late finds those it belongs between. */
const KEPT_DAYS = 60;

/**
 * Puts all records of a folder into the health record, and drops those that have served their time.
 *
 * @returns what has changed, in sentences
 * @throws Error where a record does not fit, or is dated in the future: all that is not as new would look old beside it
 */
export function mergeFolder(folder: string, healthPath: string, urls: Iterable<string>, now: number): string[] {
  const files = readRuns(folder);
  const before = parse(HealthFile, readFileSync(healthPath, 'utf8'), healthPath);
  const days = [before.updatedOn ?? '', ...Object.values(before.endpoints).map(({ asked }) => asked)];
  const dated = [...files.map(({ path, run }) => [path, run.takenAt]), ...days.map((day) => [healthPath, day])];
  for (const [path, date = ''] of dated) {
    if (Date.parse(date) > now + DAY_MS) throw new Error(`${path} is dated in the future: ${date}`);
  }
  const after = merge(
    before,
    files.map(({ run }) => run),
    urls,
  );
  writeFileSync(healthPath, `${JSON.stringify(after, null, 2)}\n`);
  const newest = Date.parse(after.updatedOn ?? '');
  for (const { path, run } of files) if (newest - Date.parse(dayOf(run)) > KEPT_DAYS * DAY_MS) removeRun(path);
  return changes(before, after);
}
