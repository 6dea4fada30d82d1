import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { editionOf } from '../../../core/catalogue/packed-file.ts';
import { DAY_MS } from '../../../core/day.ts';
import type { FeedSource } from '../../../core/feed/feed.ts';
import { feedSource } from '../../../core/feed/source-file.ts';
import { ROOT } from '../../build/output.ts';
import { makeKey } from './keys.ts';
import { readSigningKey, signEdition } from './sign.ts';
import { verifyFeed } from './verify.ts';

const USAGE = `npm run --silent catalogue:feed -- COMMAND
  keys --id ID --out DIR        make a key: DIR/ID.pem, and the public half for core/feed/source.json
  bump                          give core/catalogue/edition.json the next serial, and today's date
  sign --id ID --key FILE --out FILE (--after FILE | --first)
                                sign the checkout's edition; --after: the feed that is out now
       [--days N]               how long it holds from its date; 60 unless said, 120 at most
  verify FILE                   say what an installation would
       [--has SERIAL]           with this edition; an older one unless said
  keys, sign and verify take the keys of core/feed/source.json, and what day it is now; others with --source FILE, --at DATE`;

/** The arguments are wrong, or what they ask for must not be done; the message says why. */
class Refusal extends Error {}

const EDITION_FILE = join(ROOT, 'core', 'catalogue', 'edition.json');
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

async function keys(id: string, out: string, listed: FeedSource['keys']): Promise<void> {
  if (listed.some((key) => key.id === id))
    throw new Refusal(`"${id}" is listed already, and what it signed is known by it.`);
  const file = join(resolve(out), `${id}.pem`);
  if (!relative(ROOT, file).startsWith('..')) throw new Refusal('A private key has no place in a checkout.');
  const { pem, entry } = await makeKey(id);
  mkdirSync(resolve(out), { recursive: true, mode: 0o700 });
  // A key that is there is not written over.
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  console.error(`The private key is in ${file}. For "keys" in core/feed/source.json:`);
  console.log(JSON.stringify(entry, null, 2));
}

function bump(): void {
  const { serial } = editionOf();
  const next = { serial: serial + 1, issuedOn: dayOf(Date.now()) };
  writeFileSync(EDITION_FILE, `${JSON.stringify(next, null, 2)}\n`);
  console.log(`edition ${next.serial} of ${next.issuedOn}`);
}

interface Signing {
  readonly id: string;
  readonly key: string;
  readonly out: string;
  readonly days: number;
  /** Null: there is none. */
  readonly after: string | null;
}

interface Here {
  readonly keys: FeedSource['keys'];
  readonly now: number;
}

async function sign({ id, key, out, days, after }: Signing, here: Here): Promise<void> {
  const edition = editionOf();
  if (after !== null) {
    // One that has expired meanwhile still counts.
    const { accepted } = await verifyFeed(readFileSync(after), { ...here, serial: 0 });
    if (accepted.serial === undefined) throw new Refusal(`${after} is no good feed: ${accepted.problem}`);
    if (accepted.serial >= edition.serial) {
      throw new Refusal(`Edition ${accepted.serial} is out, and this is edition ${edition.serial}: bump it first.`);
    }
  }
  const expiresOn = dayOf(Date.parse(edition.issuedOn) + days * DAY_MS);
  const text = await signEdition({ ...edition, expiresOn }, await readSigningKey(id, readFileSync(key, 'utf8')));
  const file = new TextEncoder().encode(text);
  const { accepted, lines } = await verifyFeed(file, { ...here, serial: 0 });
  if (accepted.problem !== null) throw new Refusal(`No installation would take this.\n${lines.join('\n')}`);
  writeFileSync(out, file);
  console.log(lines.join('\n'));
}

/** @returns whether an installation would take it, or has it */
async function verify(file: string, serial: number, here: Here): Promise<boolean> {
  const { accepted, lines } = await verifyFeed(readFileSync(file), { ...here, serial });
  console.log(lines.join('\n'));
  return accepted.problem === null;
}

function values(args: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ id: option, key: option, out: option, after: option, source: option, has: option, at: option },
        days: { type: 'string', default: '60' },
        first: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

async function main(args: readonly string[]): Promise<boolean> {
  const { values: given, positionals } = values(args);
  const [command, file] = positionals;
  const { id, key, out, after, first } = given;
  const here = (): Here => ({ keys: feedSource(given.source).keys, now: time(given.at) });
  if (command === 'keys' && id && out) {
    await keys(id, out, here().keys);
  } else if (command === 'bump') {
    bump();
  } else if (command === 'sign' && id && key && out && (after !== undefined) !== first) {
    await sign({ id, key, out, days: whole('--days', given.days), after: after ?? null }, here());
  } else if (command === 'verify' && file) {
    return verify(file, whole('--has', given.has ?? '0'), here());
  } else {
    throw new Refusal(USAGE);
  }
  return true;
}

function time(day: string | undefined): number {
  const at = day === undefined ? Date.now() : Date.parse(day);
  if (Number.isNaN(at)) throw new Refusal(`--at is "${day}" and must be a date.`);
  return at;
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Refusal(`${name} is "${text}" and must be a whole number.`);
  return Number(text);
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof Refusal ? 2 : 1;
}
