import { isIPv4 } from 'node:net';

/** As much of RFC 1035 as a resolver needs that knows every answer itself. */

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly type: number;
  /** The question section as it came: the answer repeats it. */
  readonly section: Buffer;
}

export const TYPE_A = 1;
export const TYPE_AAAA = 28;
const TYPE_NAMES: Readonly<Record<number, string>> = { 1: 'A', 28: 'AAAA', 65: 'HTTPS' };
export const typeName = (type: number): string => TYPE_NAMES[type] ?? `TYPE${type}`;

export type Code = 'NOERROR' | 'SERVFAIL' | 'NXDOMAIN' | 'REFUSED';
const CODES: Readonly<Record<Code, number>> = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };

/** Short, so that a change of the zone shows within a browser's session. */
const TTL_SECONDS = 5;

/** Null for what is not a single question. */
export function readQuestion(message: Buffer): Question | null {
  if (message.length < 17 || message.readUInt16BE(4) !== 1) return null;
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    if (length > 63 || at + length >= message.length) return null;
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  if (at + 5 > message.length) return null;
  return {
    id: message.readUInt16BE(0),
    name: labels.join('.').toLowerCase(),
    type: message.readUInt16BE(at + 1),
    section: message.subarray(12, at + 5),
  };
}

export function writeAnswer({ id, section }: Question, code: Code, addresses: readonly string[] = []): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(id, 0);
  // Response, recursion desired and available.
  header.writeUInt16BE(0x8180 | CODES[code], 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses.length, 6);
  const records = addresses.map((address) => {
    const data = bytesOf(address);
    const record = Buffer.alloc(12);
    // The name is the question's, by pointer.
    record.writeUInt16BE(0xc00c, 0);
    record.writeUInt16BE(data.length === 4 ? TYPE_A : TYPE_AAAA, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt32BE(TTL_SECONDS, 6);
    record.writeUInt16BE(data.length, 10);
    return Buffer.concat([record, data]);
  });
  return Buffer.concat([header, section, ...records]);
}

function bytesOf(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const groups = (part = '') => part.split(':').filter(Boolean);
  const [head, tail] = address.split('::').map(groups);
  const zeros = Array.from({ length: 8 - (head?.length ?? 0) - (tail?.length ?? 0) }, () => '0');
  const all = [...(head ?? []), ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16));
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}
