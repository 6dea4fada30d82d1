/**
 * Messages of STUN (RFC 8489, section 5) and TURN (RFC 8656), as bytes and back. Nothing that comes from the network throws: what is no
 * message is null.
 */

export const METHODS = { binding: 0x001, allocate: 0x003 } as const;
export type Method = keyof typeof METHODS;

const CLASSES = ['request', 'indication', 'success', 'error'] as const;
export type MessageClass = (typeof CLASSES)[number];

export interface Attribute {
  readonly type: number;
  /** Without padding. */
  readonly value: Uint8Array;
}

export interface Message {
  readonly class: MessageClass;
  /** One that is not in `METHODS` is a number all the same. */
  readonly method: number;
  /** 12 bytes, as random as can be. */
  readonly transaction: Uint8Array;
  readonly attributes: readonly Attribute[];
}

export const HEADER_BYTES = 20;
export const TRANSACTION_BYTES = 12;
export const MAGIC_COOKIE: readonly number[] = [0x21, 0x12, 0xa4, 0x42];

/** Attributes and their values end at multiples of four. */
const padded = (bytes: number): number => (bytes + 3) & ~3;

/** @throws RangeError when the attributes do not fit into a message */
export function encode({ class: kind, method, transaction, attributes }: Message): Uint8Array {
  const length = attributes.reduce((sum, { value }) => sum + 4 + padded(value.length), 0);
  if (length > 0xfffc || transaction.length !== TRANSACTION_BYTES) throw new RangeError('no STUN message is like that');
  const bytes = new Uint8Array(HEADER_BYTES + length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, typeOf(kind, method));
  view.setUint16(2, length);
  bytes.set(MAGIC_COOKIE, 4);
  bytes.set(transaction, 8);
  let at = HEADER_BYTES;
  for (const { type, value } of attributes) {
    view.setUint16(at, type);
    view.setUint16(at + 2, value.length);
    bytes.set(value, at + 4);
    at += 4 + padded(value.length);
  }
  return bytes;
}

/** @param bytes exactly one message, as a datagram is. Over a stream see `framing.ts`. */
export function decode(bytes: Uint8Array): Message | null {
  const length = announced(bytes);
  if (length === null || bytes.length !== length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const attributes: Attribute[] = [];
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    // Lengths are multiples of four, so that there is room for the head of an attribute.
    const size = view.getUint16(at + 2);
    const end = at + 4 + padded(size);
    if (end > bytes.length) return null;
    attributes.push({ type: view.getUint16(at), value: bytes.slice(at + 4, at + 4 + size) });
    at = end;
  }
  return { ...kindOf(view.getUint16(0)), transaction: bytes.slice(8, HEADER_BYTES), attributes };
}

/**
 * How long the message is that begins here, header and all; null where none begins.
 *
 * @param bytes at least a whole header
 */
export function announced(bytes: Uint8Array): number | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const length = view.getUint16(2);
  const isStun =
    (view.getUint16(0) & 0xc000) === 0 && length % 4 === 0 && MAGIC_COOKIE.every((byte, at) => bytes[4 + at] === byte);
  return isStun ? HEADER_BYTES + length : null;
}

/** The two bits of the class stand between those of the method (RFC 8489, figure 3). */
function typeOf(kind: MessageClass, method: number): number {
  const c = CLASSES.indexOf(kind);
  const bits = (method & 0x00f) | ((method & 0x070) << 1) | ((method & 0xf80) << 2);
  return bits | ((c & 1) << 4) | ((c & 2) << 7);
}

function kindOf(type: number): Pick<Message, 'class' | 'method'> {
  const c = ((type >> 4) & 1) | ((type >> 7) & 2);
  const method = (type & 0x000f) | ((type >> 1) & 0x0070) | ((type >> 2) & 0x0f80);
  return { class: CLASSES[c] ?? 'request', method };
}
