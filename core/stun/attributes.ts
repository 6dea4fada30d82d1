import { type Attribute, MAGIC_COOKIE, type Message } from './message.ts';

/** The attributes that asking without credentials takes, and what it brings (RFC 8489, section 14; RFC 8656, section 18). */
export const ATTRIBUTES = {
  ERROR_CODE: 0x0009,
  REALM: 0x0014,
  NONCE: 0x0015,
  REQUESTED_TRANSPORT: 0x0019,
  XOR_MAPPED_ADDRESS: 0x0020,
  SOFTWARE: 0x8022,
} as const;

export interface TransportAddress {
  /** `192.0.2.1`, or IPv6 as RFC 5952 writes it. */
  readonly address: string;
  readonly port: number;
}

export interface StunError {
  /** 300 to 699. */
  readonly code: number;
  readonly reason: string;
}

/** Where an attribute stands twice, the first counts (RFC 8489, section 14). */
const first = ({ attributes }: Message, type: number): Uint8Array | null =>
  attributes.find((attribute) => attribute.type === type)?.value ?? null;

/** What the server says that we came from; null where it does not say, or not so that one could read it. */
export function xorMappedAddress(message: Message): TransportAddress | null {
  const value = first(message, ATTRIBUTES.XOR_MAPPED_ADDRESS);
  const bytes = ADDRESS_BYTES[value?.[1] ?? 0];
  if (!value || value.length !== 4 + (bytes ?? 0)) return null;
  const [high = 0, low = 0, ...octets] = unmask(value, message.transaction);
  return { address: bytes === 4 ? octets.join('.') : ipv6(octets), port: high * 256 + low };
}

/** By the family in the second byte. */
const ADDRESS_BYTES: Readonly<Record<number, number>> = { 1: 4, 2: 16 };

/** The port is masked with the beginning of the cookie, the address with the cookie and the transaction. */
function unmask(value: Uint8Array, transaction: Uint8Array): number[] {
  const mask = [...MAGIC_COOKIE.slice(0, 2), ...MAGIC_COOKIE, ...transaction];
  return [...value.subarray(2)].map((byte, at) => byte ^ (mask[at] ?? 0));
}

function ipv6(octets: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((octets[at * 2] ?? 0) * 256 + (octets[at * 2 + 1] ?? 0)).toString(16),
  );
  // Whatwg URLs write addresses as RFC 5952 does.
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

export function errorCode(message: Message): StunError | null {
  const value = first(message, ATTRIBUTES.ERROR_CODE);
  const hundreds = (value?.[2] ?? 0) & 0x07;
  const rest = value?.[3] ?? 0;
  if (!value || value.length < 4 || hundreds < 3 || hundreds > 6 || rest > 99) return null;
  return { code: hundreds * 100 + rest, reason: text(value.subarray(4)) };
}

export const realm = (message: Message): string | null => textOf(message, ATTRIBUTES.REALM);
export const nonce = (message: Message): string | null => textOf(message, ATTRIBUTES.NONCE);
export const software = (message: Message): string | null => textOf(message, ATTRIBUTES.SOFTWARE);

/** The protocol number of the IP header; 17 is UDP. */
export function requestedTransport(message: Message): number | null {
  const value = first(message, ATTRIBUTES.REQUESTED_TRANSPORT);
  return value?.length === 4 ? (value[0] ?? null) : null;
}

export const requestTransport = (protocol: number): Attribute => ({
  type: ATTRIBUTES.REQUESTED_TRANSPORT,
  value: Uint8Array.of(protocol, 0, 0, 0),
});

function textOf(message: Message, type: number): string | null {
  const value = first(message, type);
  return value && text(value);
}

/** What is no UTF-8 shows as U+FFFD. */
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
