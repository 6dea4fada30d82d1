import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Envelope, FeedKey, FeedSource } from '../../../core/feed/feed.ts';
import { MIRROR_URLS } from './hosts.ts';

/**
 * Keys that are made for the run, and signatures by Node's own cryptography: the product's tool does not sign what the product verifies
 * here, so that both have to mean what core/feed/feed.ts says.
 */
export interface Signer {
  readonly key: FeedKey;
  sign(edition: string): Envelope;
}

function newSigner(id: string): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    key: { id, spki },
    sign: (edition) => ({ format: 'ringback-feed', key: id, signature: signature(privateKey, edition), edition }),
  };
}

/** r and s side by side, as WebCrypto has them; OpenSSL's own form is another. */
const signature = (key: KeyObject, text: string): string =>
  sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64');

/** Whose signature the lab's package takes, */
export const OWN = newSigner('lab');
/** the one that follows it, */
export const NEXT = newSigner('lab-next');
/** somebody who takes that name, and somebody of whom nobody has heard. */
export const IMPOSTOR = newSigner(OWN.key.id);
export const STRANGER = newSigner('stranger');

/** `feed.json` of the lab's package. */
export const feedSource = (keys: readonly FeedKey[]): FeedSource => ({ keys, mirrors: MIRROR_URLS });
