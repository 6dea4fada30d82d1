import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Certificates and the compiled link survive a run here, outside of version control. */
export const CACHE = join(import.meta.dirname, '../../.cache/lab');

export function cacheFolder(...names: string[]): string {
  const folder = join(CACHE, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}
