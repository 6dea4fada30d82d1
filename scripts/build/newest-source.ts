import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All that a build reads. */
export const BUILD_INPUTS = [
  ...['assets', 'components', 'core', 'entrypoints', 'locales', 'modules', 'platform', 'probes', 'public'],
  ...['package-lock.json', 'package.json', 'tsconfig.json', 'wxt.config.ts'],
];

/** When the newest source was last written, ms since the epoch. A folder counts too, or a removed file would go unnoticed. */
export function newestSource(root: string): number {
  let newest = 0;
  const visit = (path: string) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
  };
  for (const source of BUILD_INPUTS) visit(join(root, source));
  return newest;
}
