import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { missing } from '../setup/needs.mjs';
import { which } from '../setup/run.mjs';

/**
 * Gives Chromium (Linux) a home whose certificate store is the person's own plus one certificate authority.
 * Chromium reads `$HOME/.pki/nssdb` and nowhere else.
 */
export function trustInHome(home: string, caPem: string): void {
  const store = join(home, '.pki', 'nssdb');
  const own = join(process.env.HOME ?? homedir(), '.pki', 'nssdb');
  mkdirSync(join(home, '.pki'), { recursive: true });
  if (!existsSync(store) && existsSync(own)) cpSync(own, store, { recursive: true });
  trustInStore(store, caPem);
}

/** Adds a certificate authority to an NSS store, which is made if need be. Firefox keeps one in its profile. */
export function trustInStore(store: string, caPem: string): void {
  if (!existsSync(join(store, 'cert9.db'))) {
    mkdirSync(store, { recursive: true });
    certutil(['-N', '-d', `sql:${store}`, '--empty-password']);
  }
  // `C`: trusted to identify servers, and nothing else.
  certutil(['-A', '-d', `sql:${store}`, '-n', 'Ringback lab', '-t', 'C,,', '-i', caPem]);
}

function certutil(args: readonly string[]): void {
  const program = which('certutil');
  if (program === null) throw new Error(missing('lab') ?? 'certutil was not found.');
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
