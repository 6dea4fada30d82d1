import { announced, HEADER_BYTES } from './message.ts';

/**
 * STUN over a stream (RFC 8489, section 6.2.2): messages follow each other, and each says how long it is.
 *
 * @param received all bytes so far
 * @param most a message may be this long, bytes
 * @returns how long the first message is; `'more'` until it is all here; null where what came begins no message, or one that is too long
 */
export function firstMessage(received: Uint8Array, most: number): number | 'more' | null {
  if (received.length < HEADER_BYTES) return 'more';
  const length = announced(received);
  if (length === null || length > most) return null;
  return received.length < length ? 'more' : length;
}
