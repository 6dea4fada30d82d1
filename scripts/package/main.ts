import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { feedSource } from '../../core/feed/source-file.ts';
import { ROOT } from '../build/output.ts';
import { run } from '../setup/run.mjs';
import { CHECKSUMS, pack } from './pack.ts';
import { SOURCES } from './sources.ts';

const FOLDER = '.output';

/** `npm run package [-- --uncommitted]`. Ends with 1 where the checkout holds what no commit does: nobody else could build that. */
async function main(): Promise<number> {
  const changes = process.argv.includes('--uncommitted') ? '' : await uncommitted();
  if (changes !== '') {
    console.error(`Not committed, so nobody else could build the same:\n${changes}\nCommit it, or add --uncommitted.`);
    return 1;
  }
  for (const { name, bytes, sha256 } of await pack(join(ROOT, FOLDER))) {
    console.log(`${sha256}  ${FOLDER}/${name}  ${(bytes / 1000).toFixed(1)} kB`);
  }
  console.log(`Checksums: ${FOLDER}/${CHECKSUMS}`);
  if (hasPlaceholders())
    console.error('NOT FOR STORES YET: choose the key and the mirrors of the feed (docs/updates.md).');
  return 0;
}

/** Nobody has the private half of the key that the repository came with, and nobody serves under `.example`. */
const hasPlaceholders = (): boolean => {
  const { keys, mirrors } = feedSource();
  return (
    keys.some(({ id }) => id === 'placeholder') || mirrors.some((url) => new URL(url).hostname.endsWith('.example'))
  );
};

/** Unpacked sources are no checkout, and are what they are. */
async function uncommitted(): Promise<string> {
  if (!existsSync(join(ROOT, '.git'))) return '';
  const { code, output } = await run('git', ['status', '--porcelain', '--', ...SOURCES], { cwd: ROOT });
  return code === 0 ? output.trim() : `git status failed: ${output.trim()}`;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
