import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_FILE } from '../../../core/catalogue/packed-file.ts';
import { SOURCE_FILE } from '../../../core/feed/source-file.ts';
import type { Phase, Scenario } from '../scenario.ts';
import { shipped } from './edition.ts';
import { feedSource, OWN } from './key.ts';

/**
 * Writes the files that the lab's copy of the package has in place of its own. Returns the environment that has them laid into it
 * (scripts/browser/launch.ts).
 */
export function layFiles({ updates }: Scenario, { keys = [OWN.key] }: Phase, profile: string) {
  const folder = join(profile, 'files');
  mkdirSync(folder, { recursive: true });
  const lay = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content));
  lay(CATALOGUE_FILE, shipped);
  if (updates) lay(SOURCE_FILE, feedSource(keys));
  return { RINGBACK_LAB_FILES: folder };
}
