import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './log.mjs';

/** WXT, Vitest and Puppeteer ask for it. */
const OLDEST = [22, 12];

/** From here on Node reads TypeScript without being told to. */
const READS_TYPESCRIPT = [22, 18];

const atLeast = ([major, minor], version = process.versions.node) => {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
};

/** A Node that the tools support: the machine's own, or else the one that `npm ci` brought along (Linux only). */
export function supportedNode(root) {
  if (atLeast(OLDEST)) return process.execPath;
  const bundled = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(bundled)) return bundled;
  throw new SetupError(
    `Node ${OLDEST.join('.')} or newer is needed and this is ${process.versions.node}; get it from https://nodejs.org/ and run this again.`,
  );
}

/** Options with which that Node runs the TypeScript under `scripts/`. */
export const nodeOptions = (node) =>
  node === process.execPath && !atLeast(READS_TYPESCRIPT)
    ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']
    : [];
