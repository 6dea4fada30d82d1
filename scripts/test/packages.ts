import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { ROOT } from '../build/output.ts';
import { CHECKSUMS, pack, packageNames } from '../package/pack.ts';
import type { Print } from './step.ts';
import type { Tally } from './tally.ts';

/** Where the packages of this run are, for what looks into them later. */
export const PACKAGES = join(ROOT, '.cache', 'test', 'packages');

/**
 * Packs here, unpacks the sources elsewhere, packs those the way a reviewer does, under another time zone, language and file mode mask, and
 * compares what came out.
 */
export async function packTwice(print: Print): Promise<Tally> {
  await pack(PACKAGES);
  const names = Object.values(packageNames());
  const elsewhere = mkdtempSync(join(tmpdir(), 'ringback-sources-'));
  try {
    await unpack(join(PACKAGES, packageNames().sources), elsewhere);
    symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'), 'dir');
    await packElsewhere(print, elsewhere);
    const isSame = (name: string) =>
      readFileSync(join(PACKAGES, name)).equals(readFileSync(join(elsewhere, '.output', name)));
    const results = [...names, CHECKSUMS].map((name) => ({ name, same: isSame(name) }));
    for (const { name, same } of results) print(`${same ? 'same' : 'DIFFERENT'} ${name}\n`);
    const failed = results.filter(({ same }) => !same).length;
    return { passed: results.length - failed, failed, skipped: [] };
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

async function unpack(archive: string, folder: string): Promise<void> {
  const { files } = await JSZip.loadAsync(readFileSync(archive));
  for (const [path, file] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), await file.async('nodebuffer'));
    // As an unpacker on another system may leave it.
    chmodSync(join(folder, path), 0o600);
  }
}

function packElsewhere(print: Print, folder: string): Promise<void> {
  const script = "process.umask(0o077); await import('./scripts/package/main.ts')";
  const child = spawn(process.execPath, [...process.execArgv, '--input-type=module', '--eval', script], {
    cwd: folder,
    env: { ...process.env, TZ: 'Asia/Kathmandu', LC_ALL: 'C', LANG: 'tr_TR.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`Packing elsewhere ended with ${code}.`))));
  });
}
