import type { FeedKey } from '../../../core/feed/feed.ts';
import { ALGORITHM } from '../../../core/feed/verify.ts';

export interface NewKey {
  /** The public half, as `core/feed/source.json` lists it. */
  readonly entry: FeedKey;
  /** The private half: PKCS#8 PEM. */
  readonly pem: string;
}

export async function makeKey(id: string): Promise<NewKey> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const base64 = async (format: 'spki' | 'pkcs8', key: CryptoKey) =>
    Buffer.from(await crypto.subtle.exportKey(format, key)).toString('base64');
  const lines = (await base64('pkcs8', privateKey)).match(/.{1,64}/g) ?? [];
  return {
    entry: { id, spki: await base64('spki', publicKey) },
    pem: ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n'),
  };
}
