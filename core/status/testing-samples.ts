import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const sample = (name: string): string => readFileSync(join(import.meta.dirname, 'samples', name), 'utf8');

type Json = Readonly<Record<string, unknown>>;

/** A sample with fields of every object that has them replaced; `undefined` takes a field away. */
export const changed = (text: string, fields: Json): string =>
  JSON.stringify(
    JSON.parse(text, (_, value) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? { ...value, ...Object.fromEntries(Object.entries(fields).filter(([name]) => name in value)) }
        : value,
    ),
  );

/** The same in another order, with fields that nobody knows. */
export const reordered = (text: string): string =>
  JSON.stringify(
    JSON.parse(text, (_, value) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? { brand_new: [{ status: 'major' }], ...Object.fromEntries(Object.entries(value).reverse()) }
        : value,
    ),
  );

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
