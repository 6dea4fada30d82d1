import { createHmac } from 'node:crypto';
import { vi } from 'vitest';

/**
 * The same HMAC as the browser's, without leaving the thread: faked time stands still while the real one works.
 *
 * @param ms how long a signature takes, in faked time
 */
export function signInFakedTime(ms = 0): void {
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation(
    (async (_: string, raw: Uint8Array) => raw) as unknown as typeof crypto.subtle.importKey,
  );
  vi.spyOn(crypto.subtle, 'sign').mockImplementation(async (_, key, data) => {
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    const mac = createHmac('sha256', key as unknown as Uint8Array).update(data as Uint8Array);
    return new Uint8Array(mac.digest()).buffer;
  });
}
