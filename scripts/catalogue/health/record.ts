import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { EndpointHealthRecord, HealthFile } from '../../../core/catalogue/schema.ts';
import { parse } from '../../../core/catalogue/valid.ts';

/** What one run heard: a file, which may come from somebody else's machine. See docs/catalogue-health.md. */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6));
const Some = v.pipe(Count, v.minValue(1));
const Why = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{1,63}$/));
const Said = v.pipe(v.string(), v.regex(/^[\x21-\x7e]([\x20-\x7e]{0,58}[\x21-\x7e])?$/));

const EntryRecord = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('answered'),
    how: EndpointHealthRecord.entries.how.wrapped,
    realm: v.exactOptional(Said),
    software: v.exactOptional(Said),
    /** How many addresses were asked, and how many of them answered. */
    asked: Some,
    answered: Some,
  }),
  v.strictObject({ outcome: v.literal('silent'), asked: Some }),
  v.strictObject({ outcome: v.literal('failed'), why: Why, asked: Count }),
  v.strictObject({ outcome: v.literal('not-asked'), why: Why }),
]);
export type Entry = v.InferOutput<typeof EntryRecord>;

export const Place = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{1,39}$/));

export const RunRecord = v.strictObject({
  schemaVersion: v.literal(1),
  /** Who asked from where, in a word. */
  place: Place,
  /** When the run began, UTC. */
  takenAt: v.pipe(v.string(), v.isoTimestamp(), v.endsWith('Z')),
  /** Whether UDP, and IPv6, could leave the machine. */
  udp: v.boolean(),
  ipv6: v.boolean(),
  /** By address. */
  endpoints: v.record(HealthFile.entries.endpoints.key, EntryRecord),
});
export type RunRecord = v.InferOutput<typeof RunRecord>;

export const dayOf = ({ takenAt }: Pick<RunRecord, 'takenAt'>): string => takenAt.slice(0, 10);

/** Runs sort by it, and two of one place never meet. */
export const fileName = ({ takenAt, place }: Pick<RunRecord, 'takenAt' | 'place'>): string =>
  `${takenAt.slice(0, 19).replaceAll(':', '')}Z-${place}.json`;

/** In the order of their addresses, so that files can be compared. */
export const sorted = <T>(endpoints: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(endpoints).sort(([a], [b]) => (a < b ? -1 : 1)));

/** @returns where it was written */
export function writeRun(folder: string, run: RunRecord): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName(run));
  writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
  return path;
}

/** @throws Error naming the file and the field that does not fit */
export function readRuns(folder: string): { path: string; run: RunRecord }[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ path, run: parse(RunRecord, readFileSync(path, 'utf8'), path) }));
}

export const removeRun = (path: string): void => rmSync(path);
