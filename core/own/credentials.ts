/** What opens a relay. Kept in this browser, encrypted; never exported, logged, or sent between pages. */
export type Credentials =
  | {
      /** Long-term credentials (RFC 8489 section 9.2), or time-limited ones as somebody else's server made them. */
      readonly kind: 'password';
      readonly username: string;
      readonly password: string;
      /** When they expire, ms since the epoch, where it is known. */
      readonly expiresAt?: number;
    }
  | {
      /** The secret that a relay shares with its users' server (draft-uberti-behave-turn-rest-00): a new user name and password for every use. */
      readonly kind: 'rest';
      /** Stands after the time in the user name; may be empty. */
      readonly user: string;
      readonly secret: string;
    };

/** What `RTCIceServer` takes. */
export interface IceCredentials {
  readonly username: string;
  readonly credential: string;
}

/** RFC 8489 section 14.3 gives a user name 508 bytes; a relay's user file and a form take no longer secrets than this. */
const MAX_BYTES = 508;

/** Null for what is neither, or could never be sent: empty, too long, with control characters. */
export function readCredentials(value: unknown): Credentials | null {
  const { kind, username, password, expiresAt, user, secret } = Object(value) as Record<string, unknown>;
  if (kind === 'password' && isText(username) && username !== '' && isText(password) && password !== '') {
    return { kind, username, password, ...(Number.isFinite(expiresAt) && { expiresAt: expiresAt as number }) };
  }
  return kind === 'rest' && isText(user) && isText(secret) && secret !== '' ? { kind, user, secret } : null;
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && !/\p{Cc}/u.test(value) && new TextEncoder().encode(value).length <= MAX_BYTES;
