import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';

/** Path inside the archive → content. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The oldest time that a zip can tell: when a file was written says nothing about it. */
const TIME = new Date(Date.UTC(1980, 0, 1));

/**
 * The same files always make the same bytes: in one order, with one time and one mode. JSZip compresses in JavaScript, where zlib's output
 * depends on the processor.
 */
export function zip(files: Files): Promise<Buffer> {
  const archive = new JSZip();
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) as Uint8Array;
    archive.file(path, content, { date: TIME, unixPermissions: 0o100644, createFolders: false });
  }
  return archive.generateAsync({
    type: 'nodebuffer',
    platform: 'UNIX',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}

/** Every file under a folder, or the file itself, by its path from `root`. */
export function filesUnder(root: string, path = ''): Map<string, Uint8Array> {
  const absolute = join(root, path);
  if (!statSync(absolute).isDirectory()) return new Map([[path, readFileSync(absolute)]]);
  const within = (name: string) => (path === '' ? name : `${path}/${name}`);
  return new Map(readdirSync(absolute).flatMap((name) => [...filesUnder(root, within(name))]));
}
