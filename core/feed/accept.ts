import * as v from 'valibot';
import type { Edition } from '../catalogue/packed.ts';
import { DAY_MS } from '../day.ts';
import { isExpired } from './dates.ts';
import { type Envelope, type FeedProblem, type FeedSource, MAX_FEED_BYTES } from './feed.ts';
import { FetchedEdition } from './schema.ts';
import { isSigned } from './verify.ts';

export interface Accepting {
  /** Of the edition that holds. */
  readonly serial: number;
  readonly keys: FeedSource['keys'];
  /** ms since the epoch. */
  readonly now: number;
}

export type Accepted =
  | { readonly problem: FeedProblem; readonly serial?: number }
  /** `edition` is null where the file holds the one that is here. */
  | { readonly problem: null; readonly serial: number; readonly edition: Edition | null; readonly key: string };

/** Clocks are wrong by hours, and days begin at different times. */
const AHEAD_MS = 2 * DAY_MS;

const EnvelopeSchema = v.strictObject({
  format: v.literal('ringback-feed'),
  key: v.string(),
  signature: v.string(),
  edition: v.string(),
});

/** Reads a feed's file, whatever it holds. Never throws. */
export async function accept(file: Uint8Array, { serial: here, keys, now }: Accepting): Promise<Accepted> {
  if (file.length > MAX_FEED_BYTES) return { problem: 'too-large' };
  const envelope = readEnvelope(file);
  if (!envelope) return { problem: 'not-a-feed' };
  const key = keys.find(({ id }) => id === envelope.key);
  if (!key) return { problem: 'unknown-key' };
  if (!(await isSigned(envelope.edition, envelope.signature, key))) return { problem: 'bad-signature' };
  const edition = readEdition(envelope.edition);
  if (!edition) return { problem: 'wrong-shape' };
  const { serial } = edition;
  if (serial < here) return { problem: 'old-serial', serial };
  if (Date.parse(edition.issuedOn) > now + AHEAD_MS) return { problem: 'not-yet', serial };
  if (isExpired(edition, now)) return { problem: 'expired', serial };
  return { problem: null, serial, edition: serial > here ? edition : null, key: key.id };
}

function readEnvelope(file: Uint8Array): Envelope | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    const result = v.safeParse(EnvelopeSchema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

function readEdition(text: string): Edition | null {
  try {
    const result = v.safeParse(FetchedEdition, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
