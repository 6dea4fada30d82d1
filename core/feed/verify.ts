import type { FeedKey } from './feed.ts';

/** Chrome 120 has no Ed25519. */
export const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Whether the key signed this text. What is no key or no signature did not. */
export async function isSigned(text: string, signature: string, { spki }: FeedKey): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', bytesOf(spki), ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(SIGNATURE, key, bytesOf(signature), new TextEncoder().encode(text));
  } catch {
    return false;
  }
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
