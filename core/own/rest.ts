import type { Credentials, IceCredentials } from './credentials.ts';

/**
 * How long a made user name is good for. A relay asks only that its time has not passed on the relay's own clock; a day forgives a device's
 * clock that is wrong by a time zone.
 */
export const LIFETIME_S = 24 * 3600;

/** What the browser is given for one use. With a shared secret: a new user name and its HMAC (draft-uberti-behave-turn-rest-00, section 2.2). */
export async function iceCredentials(credentials: Credentials, now: number): Promise<IceCredentials> {
  if (credentials.kind === 'password') return { username: credentials.username, credential: credentials.password };
  const until = Math.floor(now / 1000) + LIFETIME_S;
  const username = credentials.user === '' ? String(until) : `${until}:${credentials.user}`;
  return { username, credential: await hmacSha1(credentials.secret, username) };
}

async function hmacSha1(secret: string, text: string): Promise<string> {
  const bytes = (value: string) => new TextEncoder().encode(value);
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(text)));
  return btoa(String.fromCharCode(...digest));
}
