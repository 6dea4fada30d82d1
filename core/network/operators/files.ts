import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildOperators, SOURCES } from './build.ts';

/** Build-time only: the table as a file, made once for each version of the data and of what packs it. */

export const OPERATORS_FILE = 'operators.bin.gz';

const root = join(import.meta.dirname, '../../..');
const source = (file: string): string => join(root, 'node_modules', file);

/** @returns the file's path */
export function operatorsFile(): string {
  const folder = join(root, '.cache/operators');
  const file = join(folder, `${fingerprint()}.bin.gz`);
  if (existsSync(file)) return file;
  const packed = gzipSync(
    buildOperators((name) => readFileSync(source(name), 'utf8')),
    { level: 9 },
  );
  // The byte that names the operating system: everywhere the same file.
  packed[9] = 255;
  mkdirSync(folder, { recursive: true });
  // Several builds may run at once, and none may read what another is half way through writing.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, packed);
  renameSync(unfinished, file);
  return file;
}

/** Of the data's versions and of everything in this folder. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const packages = new Set(
    Object.values(SOURCES).flatMap((files) => Object.values(files).map((file) => file.replace(/[^/]+$/, ''))),
  );
  for (const folder of packages) hash.update(readFileSync(source(`${folder}package.json`)));
  for (const name of readdirSync(import.meta.dirname).sort()) {
    if (!name.includes('.test.')) hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
