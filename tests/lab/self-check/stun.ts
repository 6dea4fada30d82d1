import { randomBytes } from 'node:crypto';

/** As much of STUN (RFC 8489) and TURN (RFC 8656) as asking without credentials takes. */

const MAGIC_COOKIE = 0x2112a442;
const BINDING = 0x0001;
const ALLOCATE = 0x0003;
const ERROR_CODE = 0x0009;
const XOR_MAPPED_ADDRESS = 0x0020;
const REQUESTED_TRANSPORT_UDP = Buffer.from([0x00, 0x19, 0x00, 0x04, 17, 0, 0, 0]);

export interface Request {
  readonly message: Buffer;
  /** What the answer says, `401` or `srflx <address>`; null for what is not an answer to this request. */
  read(message: Buffer): string | null;
}

export function request(kind: 'binding' | 'allocate'): Request {
  const attributes = kind === 'allocate' ? REQUESTED_TRANSPORT_UDP : Buffer.alloc(0);
  const transaction = randomBytes(12);
  const header = Buffer.alloc(8);
  header.writeUInt16BE(kind === 'allocate' ? ALLOCATE : BINDING, 0);
  header.writeUInt16BE(attributes.length, 2);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  return {
    message: Buffer.concat([header, transaction, attributes]),
    read: (message) => (message.length >= 20 && message.subarray(8, 20).equals(transaction) ? meaning(message) : null),
  };
}

function meaning(message: Buffer): string {
  for (let at = 20; at + 4 <= message.length; ) {
    const type = message.readUInt16BE(at);
    const length = message.readUInt16BE(at + 2);
    const value = message.subarray(at + 4, at + 4 + length);
    if (type === ERROR_CODE) return String((value[2] ?? 0) * 100 + (value[3] ?? 0));
    if (type === XOR_MAPPED_ADDRESS) return `srflx ${unmask(value, message.subarray(4, 20))}`;
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return 'answered';
}

/** @param value with the family in its second byte; IPv6 is masked with the transaction as well. */
function unmask(value: Buffer, mask: Buffer): string {
  const octets = [...value.subarray(4)].map((byte, at) => byte ^ (mask[at] ?? 0));
  if (value[1] === 1) return octets.join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((octets[at * 2] ?? 0) << 8) | (octets[at * 2 + 1] ?? 0)).toString(16),
  );
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
