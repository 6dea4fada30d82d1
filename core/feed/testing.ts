import { makeKey } from '../../scripts/catalogue/feed/keys.ts';
import { readSigningKey, type SigningKey, signEdition } from '../../scripts/catalogue/feed/sign.ts';
import type { Edition } from '../catalogue/packed.ts';
import { editionOf } from '../catalogue/packed-file.ts';
import type { FeedKey } from './feed.ts';

/** A feed for tests: the package's own edition under the next serial, and keys that last as long as the test. */

const packaged = editionOf();
export const ISSUED = '2026-11-20';
export const NOW = Date.parse('2026-11-22T10:00:00Z');

export const edition = (change: Partial<Edition> = {}): Edition => ({
  ...packaged,
  serial: 7,
  issuedOn: ISSUED,
  expiresOn: '2027-01-19',
  ...change,
});

export async function newKey(id = 'test'): Promise<SigningKey & { readonly entry: FeedKey }> {
  const { entry, pem } = await makeKey(id);
  return { ...(await readSigningKey(id, pem)), entry };
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const feed = async (change: Partial<Edition>, key: SigningKey): Promise<Uint8Array> =>
  bytes(await signEdition(edition(change), key));
