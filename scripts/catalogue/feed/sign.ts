import { createPrivateKey } from 'node:crypto';
import type { Edition } from '../../../core/catalogue/packed.ts';
import type { Envelope } from '../../../core/feed/feed.ts';
import { ALGORITHM, SIGNATURE } from '../../../core/feed/verify.ts';

/** What signs: the private half, and the id by which packages know the public one. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
}

/** The text of a feed's file. What it says is not looked at: `verify.ts` does, and tests sign what must be refused. */
export async function signEdition(edition: Edition, { id, privateKey }: SigningKey): Promise<string> {
  const text = JSON.stringify(edition);
  const signature = await crypto.subtle.sign(SIGNATURE, privateKey, new TextEncoder().encode(text));
  const envelope: Envelope = {
    format: 'ringback-feed',
    key: id,
    signature: Buffer.from(signature).toString('base64'),
    edition: text,
  };
  return `${JSON.stringify(envelope)}\n`;
}

/** @param pem as `keys` writes it */
export async function readSigningKey(id: string, pem: string): Promise<SigningKey> {
  const pkcs8 = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return { id, privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']) };
}
