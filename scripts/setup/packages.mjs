import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, say } from './log.mjs';
import { run } from './run.mjs';

/** Installs what `package-lock.json` lists, unless it is there already. */
export async function installPackages(root) {
  if (isCurrent(root)) return;
  say('Installing the packages that package-lock.json lists (about half a minute) …');
  // npm's own copy of the running Node where `npm start` told us of it: PATH may hold another one.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
  const { code, output } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { cwd: root })
    : await run('npm', args, { cwd: root, shell: process.platform === 'win32' });
  if (code !== 0) throw new SetupError(`npm ci failed:\n${withoutNoise(output)}`);
  writeFileSync(stampPath(root), lockHash(root));
}

/** npm writes its two records at the end of an installation, in either order. */
const SAME_INSTALLATION_MS = 10_000;

/**
 * By content where we installed: a checkout gives package-lock.json a new time and the same content. By time where the person ran
 * `npm install`.
 */
function isCurrent(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const stamp = stampPath(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root)) return true;
  const lockedAt = statSync(join(root, 'package-lock.json')).mtimeMs;
  if (statSync(installed).mtimeMs + SAME_INSTALLATION_MS < lockedAt) return false;
  writeFileSync(stamp, lockHash(root));
  return true;
}

const stampPath = (root) => join(root, 'node_modules', '.ringback-lock');

const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** The machine's Node may be older than some tools ask for; they run under a newer one, so npm's warning about it says nothing. */
const withoutNoise = (output) =>
  output
    .split('\n')
    .filter((line) => !/EBADENGINE/.test(line))
    .join('\n');
