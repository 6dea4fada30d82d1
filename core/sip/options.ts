import { MOST_BYTES, readMessage } from './message.ts';

/**
 * The question "are you there, and what can you do?" (RFC 3261, section 11) over a secure WebSocket (RFC 7118), and what is heard of it.
 */
export interface OptionsQuestion {
  /** Of the server: a name, an IPv4 address, or an IPv6 address in brackets. */
  readonly host: string;
  /** The rest is made anew for every question: hexadecimal digits that nobody can guess. */
  readonly branch: string;
  readonly tag: string;
  readonly callId: string;
  /** Names this browser, which has no address to be called at. */
  readonly client: string;
}

const METHOD = 'OPTIONS';
const CSEQ = 1;
/** Begins every branch since RFC 3261 (section 8.1.1.7). */
const COOKIE = 'z9hG4bK';
/** As RFC 7118 has it in appendix B.1. */
const sentBy = ({ client }: OptionsQuestion): string => `${client}.invalid`;

/** It names nobody, and carries nothing that opens anything. */
export const optionsRequest = (question: OptionsQuestion): string =>
  [
    `${METHOD} sip:${question.host} SIP/2.0`,
    `Via: SIP/2.0/WSS ${sentBy(question)};branch=${COOKIE}${question.branch}`,
    'Max-Forwards: 70',
    `To: <sip:${question.host}>`,
    `From: <sip:${question.host}>;tag=${question.tag}`,
    `Call-ID: ${question.callId}`,
    `CSeq: ${CSEQ} ${METHOD}`,
    `Contact: <sip:${sentBy(question)};transport=ws>`,
    'Accept: application/sdp',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');

/**
 * What one message of the WebSocket says: the status of a final response to our question, `not-sip`, or null for what leaves us waiting: a
 * provisional response, a response to somebody else, a request of the server's own, a sign that the connection is kept alive.
 */
export function hear(question: OptionsQuestion, data: string | ArrayBuffer): number | 'not-sip' | null {
  const isText = typeof data === 'string';
  if ((isText ? data.length : data.byteLength) > MOST_BYTES) return 'not-sip';
  const bytes = isText ? new TextEncoder().encode(data) : new Uint8Array(data);
  if (bytes.every((byte) => byte === 0x0d || byte === 0x0a)) return null;
  const message = readMessage(bytes);
  if (message === null) return 'not-sip';

  const { status, vias, callId, cseq } = message;
  // One Via: ours came back, and nobody else's (section 8.1.3.3).
  const isOurs =
    vias.length === 1 &&
    vias[0]?.branch === `${COOKIE}${question.branch}`.toLowerCase() &&
    vias[0].sentBy === sentBy(question).toLowerCase() &&
    callId === question.callId &&
    cseq.number === CSEQ &&
    cseq.method === METHOD;
  return isOurs && status !== null && status >= 200 ? status : null;
}
