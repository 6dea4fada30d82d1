import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { hostOf } from '../catalogue/endpoint.ts';
import { parse } from '../catalogue/valid.ts';
import type { FeedKey, FeedSource } from './feed.ts';

/** Build-time only: `source.json` as a file of the package, checked (`platform/feed-source.ts` reads it). */

export const SOURCE_FILE = 'feed.json';

const distinct = <T>(what: (one: T) => string, message: string) =>
  v.check((list: T[]) => new Set(list.map(what)).size === list.length, message);

const Source = v.strictObject({
  keys: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
        // The head of every public key on P-256 that is written out in full.
        spki: v.pipe(v.string(), v.regex(/^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[A-Za-z0-9+/]{86}==$/)),
      }),
    ),
    v.minLength(1),
    distinct(({ id }: FeedKey) => id, 'a key is listed twice'),
  ),
  mirrors: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^https:\/\/[a-z0-9.-]+(:\d+)?\/[\w./-]+$/))),
    v.minLength(1),
    distinct(hostOf, 'two mirrors are one host'),
  ),
});

/** @param path another file of the same shape */
export const feedSource = (path = join(import.meta.dirname, 'source.json')): FeedSource =>
  parse(Source, readFileSync(path, 'utf8'), path);
