import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionOf } from '../../../core/catalogue/packed-file.ts';
import type { Envelope, FeedKey } from '../../../core/feed/feed.ts';
import { feed, newKey } from '../../../core/feed/testing.ts';

/** `npm run catalogue:feed`, as whoever runs the feed uses it. */

const { serial, issuedOn } = editionOf();

let folder: string;
let source: string;
const at = (name: string) => join(folder, name);

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly told: string;
}
const run = (...args: readonly string[]): Promise<Ended> =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout, told: stderr }),
    ({ code, stdout, stderr }) => ({ code, said: stdout, told: stderr }),
  );
const sign = (...more: readonly string[]) =>
  run('sign', '--id', 'first', '--key', at('first.pem'), '--source', source, '--at', issuedOn, ...more);
const writeSource = (...keys: readonly FeedKey[]) =>
  writeFileSync(
    source,
    JSON.stringify({ keys, mirrors: ['https://a.example/feed.json', 'https://b.example/feed.json'] }),
  );

let entry: FeedKey;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-feed-'));
  source = at('source.json');
  const made = await run('keys', '--id', 'first', '--out', folder);
  entry = JSON.parse(made.said) as FeedKey;
  writeSource(entry);
  await sign('--first', '--out', at('feed.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('keys', () => {
  test('the private half is its owner’s alone to read, and the public half is what source.json takes', () => {
    expect(statSync(at('first.pem')).mode & 0o777).toBe(0o600);
    expect(entry).toEqual({ id: 'first', spki: expect.stringMatching(/^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE/) });
  });

  test('one that is there is not written over', async () => {
    const before = readFileSync(at('first.pem'), 'utf8');
    expect(await run('keys', '--id', 'first', '--out', folder)).toMatchObject({ code: 1 });
    expect(readFileSync(at('first.pem'), 'utf8')).toBe(before);
  });

  test('none is made under an id that packages know: what they have stored goes by it', async () => {
    const into = at('again');
    const { code, told } = await run('keys', '--id', 'first', '--out', into, '--source', source);
    expect(code).toBe(2);
    expect(told).toContain('"first" is listed already');
    expect(existsSync(into)).toBe(false);
  });

  test('none is made in a checkout', async () => {
    const into = join(import.meta.dirname, 'keys');
    expect(await run('keys', '--id', 'first', '--out', into)).toMatchObject({ code: 2 });
    expect(existsSync(into)).toBe(false);
  });
});

describe('sign', () => {
  test('signs the checkout’s edition, for sixty days from its date', () => {
    const { key, edition } = JSON.parse(readFileSync(at('feed.json'), 'utf8')) as Envelope;
    expect(key).toBe('first');
    const sixtyDaysOn = new Date(Date.parse(issuedOn) + 60 * 86_400_000).toISOString().slice(0, 10);
    expect(JSON.parse(edition)).toEqual({ ...editionOf(), expiresOn: sixtyDaysOn });
  });

  test('demands a higher serial than that of the feed that is out', async () => {
    const { code, told } = await sign('--after', at('feed.json'), '--out', at('next.json'));
    expect(code).toBe(2);
    expect(told).toContain(`this is edition ${serial}: bump it first`);
    expect(existsSync(at('next.json'))).toBe(false);
  });

  test('has to be told which that is, or that there is none', async () => {
    expect(await sign('--out', at('next.json'))).toMatchObject({ code: 2 });
    expect(await sign('--out', at('next.json'), '--first', '--after', at('feed.json'))).toMatchObject({ code: 2 });
  });

  test('writes nothing that installations would refuse', async () => {
    for (const [wrong, why] of [
      [['--days', '121'], 'wrong-shape'],
      [['--id', 'second'], 'unknown-key'],
    ] as const) {
      const { code, told } = await sign('--first', '--out', at('next.json'), ...wrong);
      expect(code).toBe(2);
      expect(told).toContain(why);
    }
    expect(existsSync(at('next.json'))).toBe(false);
  });
});

describe('verify', () => {
  const verify = (name: string, ...more: readonly string[]) =>
    run('verify', at(name), '--source', source, '--at', issuedOn, ...more);
  const write = async (name: string, change: object, key?: Awaited<ReturnType<typeof newKey>>) => {
    const signer = key ?? (await newKey('other'));
    writeSource(entry, signer.entry);
    writeFileSync(at(name), await feed(change, signer));
  };

  test('says that a good file is good, and ends well', async () => {
    const { code, said } = await verify('feed.json');
    expect(code).toBe(0);
    expect(said).toContain(`good: edition ${serial} of ${issuedOn}`);
  });

  test('says that it is nothing new to who has it, and old to who has a newer one', async () => {
    expect(await verify('feed.json', '--has', String(serial))).toMatchObject({
      code: 0,
      said: expect.stringContaining('nothing new'),
    });
    expect(await verify('feed.json', '--has', String(serial + 1))).toMatchObject({
      code: 1,
      said: expect.stringContaining('old-serial'),
    });
  });

  test('says that it will have expired', async () => {
    const { code, said } = await verify('feed.json', '--at', '2030-01-01');
    expect(code).toBe(1);
    expect(said).toContain('expired');
  });

  test('says that the package does not know its key', async () => {
    expect(await run('verify', at('feed.json'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('unknown-key'),
    });
  });

  test('says which fields are wrong', async () => {
    await write('odd.json', { doh: [{ url: 'https://192.168.1.1/?name={name}', operator: 'Me' }] });
    const { code, said } = await verify('odd.json');
    expect(code).toBe(1);
    expect(said).toMatch(/wrong-shape: .*\n {2}doh\.0\.url: a public address/);
  });

  test('and what is no feed at all', async () => {
    writeFileSync(at('page.html'), '<!doctype html>');
    expect(await verify('page.html')).toMatchObject({ code: 1, said: expect.stringContaining('not-a-feed') });
  });
});

test.for([[], ['sing'], ['verify'], ['verify', 'x', '--at', 'soon'], ['sign', '--days', 'many'], ['bump', '--force']])(
  'Wrong arguments are told, with what there is: %j',
  async (args) => {
    const { code, told } = await run(...args);
    expect(code).toBe(2);
    expect(told).not.toBe('');
  },
);
