import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../setup/run.mjs';
import { newestSource } from './newest-source.ts';
import { outputDir, ROOT, type Target } from './output.ts';

/** A build takes some seconds, and a minute beside others; one that takes this long was killed and left its lock behind. */
const LOCK_EXPIRES_MS = 300_000;

/** Builds the extension unless its build is newer than every source. Resolves to the folder of the build. */
export async function ensureBuilt(target: Target): Promise<string> {
  const isCurrent = () => builtAt(target) > newestSource(ROOT);
  if (!isCurrent()) {
    // Several checks may start at once, and none may load what another is half way through writing.
    await locked(async () => {
      if (!isCurrent()) await build(target);
    });
  }
  return outputDir(target);
}

/** Builds in any case. */
export const rebuild = (target: Target): Promise<void> => locked(() => build(target));

async function build(target: Target): Promise<void> {
  const { code, output } = await run(join(ROOT, 'node_modules/.bin/wxt'), ['build', '-b', target, '--mv3'], {
    cwd: ROOT,
    // Vitest says `test`, and the build would be another one than is shipped.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error(`The build for ${target} failed:\n${output.trim()}`);
}

/** The manifest is written last. */
function builtAt(target: Target): number {
  const manifest = join(outputDir(target), 'manifest.json');
  return existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
}

async function locked(work: () => Promise<void>): Promise<void> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const lock = join(ROOT, '.cache', 'build.lock');
  while (!take(lock)) await sleep(100);
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Making a folder either succeeds or finds it there: no two processes both make it. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > LOCK_EXPIRES_MS) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
