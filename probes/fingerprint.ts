import { publicPrefix } from '../core/network/prefix.ts';

/**
 * The address last seen of each network, by its fingerprint. In this page's memory and gone with it: the operator is looked up by it,
 * offline.
 */
export const addresses = new Map<string, string>();

/**
 * Names a public network without telling it: HMAC-SHA-256 of its prefix under this installation's salt, 64 bits in hexadecimal.
 * Null when the address is none (a `.local` name).
 */
export async function fingerprint(
  address: string,
  salt: string,
): Promise<{ readonly family: 4 | 6; readonly fingerprint: string } | null> {
  const network = publicPrefix(address);
  if (network === null) return null;
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(salt), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(network.prefix)));
  const hex = Array.from(mac.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  addresses.set(hex, address);
  return { family: network.family, fingerprint: hex };
}
