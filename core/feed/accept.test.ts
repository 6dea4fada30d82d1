import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { signEdition } from '../../scripts/catalogue/feed/sign.ts';
import type { Edition } from '../catalogue/packed.ts';
import { type Accepting, accept } from './accept.ts';
import { type Envelope, type FeedProblem, MAX_FEED_BYTES } from './feed.ts';
import { bytes, edition, feed, NOW, newKey } from './testing.ts';

let key: Awaited<ReturnType<typeof newKey>>;
let other: Awaited<ReturnType<typeof newKey>>;
let by: Accepting;
let good: Uint8Array;
beforeAll(async () => {
  [key, other] = await Promise.all([newKey('one'), newKey('two')]);
  by = { serial: 6, keys: [key.entry], now: NOW };
  good = await feed({}, key);
});

const problemOf = async (file: Uint8Array, change: Partial<Accepting> = {}): Promise<FeedProblem | null> =>
  (await accept(file, { ...by, ...change })).problem;
const text = () => new TextDecoder().decode(good);
const envelope = (change: object): Uint8Array => bytes(JSON.stringify({ ...JSON.parse(text()), ...change }));

describe('a newer edition with a right signature', () => {
  test('is accepted as it was signed, with the name of its key', async () => {
    expect(await accept(good, by)).toEqual({ problem: null, serial: 7, edition: edition(), key: 'one' });
  });

  test('may be signed with any key that the package lists', async () => {
    const keys = [other.entry, key.entry];
    expect(await problemOf(good, { keys })).toBeNull();
    expect(await accept(await feed({}, other), { ...by, keys })).toMatchObject({ problem: null, key: 'two' });
  });

  test('may be laid out in another way: only the edition is signed, byte for byte', async () => {
    expect(await problemOf(bytes(`\n${JSON.stringify(JSON.parse(text()), null, 2)}\n\n`))).toBeNull();
  });

  test('holds through the day on which it expires', async () => {
    expect(await problemOf(good, { now: Date.parse('2027-01-19T23:59:59Z') })).toBeNull();
    expect(await problemOf(good, { now: Date.parse('2027-01-20T00:00:00Z') })).toBe('expired');
  });

  test('may be dated two days ahead of this clock, and not more', async () => {
    expect(await problemOf(good, { now: Date.parse('2026-11-18T00:00:00Z') })).toBeNull();
    expect(await problemOf(good, { now: Date.parse('2026-11-17T23:59:59Z') })).toBe('not-yet');
  });
});

describe('the edition that is here', () => {
  test('is a good file, and nothing new', async () => {
    expect(await accept(good, { ...by, serial: 7 })).toEqual({ problem: null, serial: 7, edition: null, key: 'one' });
  });

  test('is no good file once it has expired: another mirror may have a newer one', async () => {
    expect(await accept(good, { ...by, serial: 7, now: Date.parse('2027-03-01') })).toEqual({
      problem: 'expired',
      serial: 7,
    });
  });

  test('is not replaced by an older one', async () => {
    expect(await accept(good, { ...by, serial: 8 })).toEqual({ problem: 'old-serial', serial: 7 });
  });
});

describe('is refused:', () => {
  test.for<[what: string, file: () => Uint8Array | Promise<Uint8Array>, problem: FeedProblem]>([
    ['nothing', () => bytes(''), 'not-a-feed'],
    ['a page', () => bytes('<!doctype html><title>Welcome</title>'), 'not-a-feed'],
    ['other JSON', () => bytes('{"status":"ok"}'), 'not-a-feed'],
    ['a list', () => bytes('[]'), 'not-a-feed'],
    ['null', () => bytes('null'), 'not-a-feed'],
    ['half of it', () => good.slice(0, good.length / 2), 'not-a-feed'],
    ['all but its last sign', () => good.slice(0, -2), 'not-a-feed'],
    ['what is not UTF-8', () => new Uint8Array([...good.slice(0, 200), 0xff, ...good.slice(201)]), 'not-a-feed'],
    ['what begins with a byte order mark', () => new Uint8Array([0xef, 0xbb, 0xbf, ...good]), 'not-a-feed'],
    ['another format', () => envelope({ format: 'ringback-feed-2' }), 'not-a-feed'],
    ['an envelope with more in it', () => envelope({ script: 'alert(1)' }), 'not-a-feed'],
    ['an edition that is no text', () => envelope({ edition: edition() }), 'not-a-feed'],
    ['a key that the package does not list', () => feed({}, other), 'unknown-key'],
    ['another key under a name that it lists', () => feed({}, { ...other, id: 'one' }), 'bad-signature'],
    ['a signature that is none', () => envelope({ signature: '!' }), 'bad-signature'],
    ['no signature', () => envelope({ signature: '' }), 'bad-signature'],
    ['a signature of zeros', () => envelope({ signature: btoa('\0'.repeat(64)) }), 'bad-signature'],
    ['a changed edition', () => envelope({ edition: JSON.stringify(edition({ serial: 8 })) }), 'bad-signature'],
    ['one byte too many', () => new Uint8Array(MAX_FEED_BYTES + 1).fill(0x20), 'too-large'],
    ['a signed edition of too many bytes', () => bytes(text() + ' '.repeat(MAX_FEED_BYTES)), 'too-large'],
    ['what is signed and no edition', () => feed({ services: 'none' as never }, key), 'wrong-shape'],
    ['what was signed on a day to come', () => feed({ issuedOn: '2026-11-25' }, key), 'not-yet'],
    ['what nobody has renewed', () => feed({ issuedOn: '2026-09-01', expiresOn: '2026-11-21' }, key), 'expired'],
  ])('%s', async ([, file, problem]) => {
    expect(await problemOf(await file())).toBe(problem);
  });

  test('what is signed and no JSON', async () => {
    const { edition: signed, ...rest } = JSON.parse(await signEdition('' as never, key)) as Envelope;
    expect(signed).toBe('""');
    expect(await problemOf(bytes(JSON.stringify({ ...rest, edition: signed })))).toBe('wrong-shape');
  });

  test('everything, where the package’s own keys are damaged', async () => {
    expect(await problemOf(good, { keys: [{ id: 'one', spki: 'bm8ga2V5' }] })).toBe('bad-signature');
    expect(await problemOf(good, { keys: [] })).toBe('unknown-key');
  });
});

describe('whatever a mirror sends', () => {
  test('it never throws, and random bytes are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (file) => {
        expect(await problemOf(file)).toBe('not-a-feed');
      }),
    );
  });

  test('of a good file in which one byte is another, nothing is taken that was not signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const file = good.slice();
        file[at] = (file[at] ?? 0) ^ flip;
        const found = await accept(file, by);
        // Blanks around the envelope, and spellings of base64, mean the same.
        if (found.problem === null) expect(found.edition).toEqual(edition());
      }),
      { numRuns: 400 },
    );
  });

  test('a good file of which a part is missing is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 2), fc.nat(good.length - 2), async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        expect(await problemOf(new Uint8Array([...good.slice(0, from), ...good.slice(to)]))).not.toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  test('any JSON in the edition’s place, well signed or not, never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 5 }), async (json) => {
        expect(await problemOf(bytes(await signEdition(JSON.parse(json) as Edition, key)))).toBe('wrong-shape');
      }),
      { numRuns: 60 },
    );
  });

  test('depth is no way to break it', async () => {
    const deep = `${'['.repeat(90_000)}${']'.repeat(90_000)}`;
    expect(await problemOf(bytes(deep))).toBe('not-a-feed');
    const { edition: _, ...rest } = JSON.parse(text()) as Envelope;
    expect(await problemOf(bytes(JSON.stringify({ ...rest, edition: deep })))).toBe('bad-signature');
  });
});
