import type { Edition } from '../catalogue/packed.ts';

/**
 * The feed: one JSON file, an envelope around an edition. The edition travels as text, so that what was signed is exactly what is read,
 * byte for byte: no canonical form of JSON is needed.
 */
export interface Envelope {
  readonly format: 'ringback-feed';
  /** Id of the key, as the package lists it. */
  readonly key: string;
  /** ECDSA on P-256 with SHA-256 over the UTF-8 bytes of `edition`, as WebCrypto writes it (r and s, 64 bytes), base64. */
  readonly signature: string;
  /** The edition, as JSON text. */
  readonly edition: string;
}

/** The whole file, bytes. */
export const MAX_FEED_BYTES = 200_000;

/** What the package holds beside the catalogue (`feed.json`): whose signature counts, and where editions are fetched. */
export interface FeedSource {
  readonly keys: readonly FeedKey[];
  /** `https:` addresses of the same file at different operators, tried in random order. */
  readonly mirrors: readonly string[];
}

export interface FeedKey {
  readonly id: string;
  /** The public key: SubjectPublicKeyInfo, base64. */
  readonly spki: string;
}

/** Why a mirror's file changes nothing. */
export const FEED_PROBLEMS = [
  'unreachable',
  'status',
  'redirected',
  'too-large',
  'not-a-feed',
  'unknown-key',
  'bad-signature',
  'wrong-shape',
  'old-serial',
  'not-yet',
  'expired',
] as const;
export type FeedProblem = (typeof FEED_PROBLEMS)[number];

export interface FeedQuestion {
  readonly mirror: string;
  /** Of the edition that holds. */
  readonly serial: number;
  /** It has given a good file since the installation: what the browser keeps of it is from since then, too. */
  readonly isKnown: boolean;
}

/** What came of one mirror. */
export interface FeedTry {
  readonly mirror: string;
  /** `null`: a good file; newer, or the one that is here. */
  readonly problem: FeedProblem | null;
  readonly serial?: number;
}

export interface FeedAnswer extends FeedTry {
  /** A newer edition; null where there is none. */
  readonly edition: Edition | null;
  /** The key that signed it. */
  readonly key?: string;
}

/** A fetched edition as it is stored. It holds while the package knows its key, and is older than it. */
export interface StoredEdition {
  readonly key: string;
  readonly edition: Edition;
}

/** What diagnostics say of the last look for a newer edition. */
export interface FeedState {
  /** ms since the epoch. */
  readonly triedAt: number;
  /** In the order in which mirrors were asked. The first good one ends it. */
  readonly tries: readonly FeedTry[];
  /** Mirrors that have given a good file since the installation. */
  readonly known?: readonly string[];
}
