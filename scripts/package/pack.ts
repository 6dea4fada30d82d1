import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rebuild } from '../build/ensure-built.ts';
import { outputDir, ROOT } from '../build/output.ts';
import { sourceFiles } from './sources.ts';
import { type Files, filesUnder, zip } from './zip.ts';

export const CHECKSUMS = 'SHA256SUMS';

export interface Packed {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Names of what the stores get. Edge takes the package of Chrome. */
export function packageNames(): Readonly<Record<'chrome' | 'firefox' | 'sources', string>> {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
  const named = (what: string) => `${name}-${version}-${what}.zip`;
  return { chrome: named('chrome'), firefox: named('firefox'), sources: named('sources') };
}

/** Builds both packages afresh and writes them, the sources and the checksums into a folder. */
export async function pack(folder: string): Promise<readonly Packed[]> {
  const names = packageNames();
  mkdirSync(folder, { recursive: true });
  const write = async (name: string, files: Files): Promise<Packed> => {
    const content = await zip(files);
    writeFileSync(join(folder, name), content);
    return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  };
  const packed: Packed[] = [];
  for (const target of ['chrome', 'firefox'] as const) {
    await rebuild(target);
    packed.push(await write(names[target], filesUnder(outputDir(target))));
  }
  packed.push(await write(names.sources, sourceFiles(ROOT)));
  // As `sha256sum --check` reads it.
  writeFileSync(join(folder, CHECKSUMS), packed.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  return packed;
}
