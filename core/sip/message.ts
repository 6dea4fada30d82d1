/**
 * SIP messages (RFC 3261, section 7), read as far as a client needs that asks one question: whose message it is, and what it answers.
 * Own code, because the libraries that browsers have (JsSIP, SIP.js) are whole telephones of 100 kB and more.
 */
export interface SipMessage {
  /** Null for a request. */
  readonly status: number | null;
  /** From the top. */
  readonly vias: readonly Via[];
  readonly callId: string;
  readonly cseq: { readonly number: number; readonly method: string };
}

/** Host and branch in lower case: no case is told apart in them (section 7.3.1). */
export interface Via {
  readonly sentBy: string;
  /** Absent in messages by RFC 2543. */
  readonly branch?: string;
}

/** Larger than any answer to OPTIONS, small enough to be read in no time. */
export const MOST_BYTES = 65_536;

const TOKEN = "[\\w\\-.!%*+`'~]+";
const STATUS_LINE = /^SIP\/2\.0 ([1-6]\d\d)( .*)?$/i;
const REQUEST_LINE = new RegExp(`^${TOKEN} [^ \\t<>]+ SIP/2\\.0$`, 'i');
const HEADER = new RegExp(`^(${TOKEN})[ \\t]*:(.*)$`);
const SENT = new RegExp(`^SIP[ \\t]*/[ \\t]*2\\.0[ \\t]*/[ \\t]*${TOKEN}[ \\t]+([^ \\t].*)$`, 'i');
const BRANCH = /^branch[ \t]*=[ \t]*(\S+)$/i;
const CSEQ = new RegExp(`^(\\d+)[ \\t]+(${TOKEN})$`);

/** The compact forms of the headers that are read (section 7.3.3). */
const SHORT: Readonly<Record<string, string>> = { v: 'via', i: 'call-id', l: 'content-length' };

/**
 * Null for what is no SIP message, or only a part of one. Liberal with white space, line ends and headers of which nothing is asked; exact
 * with those that tell to what a response belongs.
 */
export function readMessage(bytes: Uint8Array): SipMessage | null {
  if (bytes.length > MOST_BYTES) return null;
  // A character for each byte: lengths count bytes, and nothing outside of ASCII is read.
  const text = new TextDecoder('latin1').decode(bytes).replace(/^[\r\n]+/, '');
  const end = /\n\r?\n/.exec(text);
  if (end === null) return null;
  const head = text.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const [start = '', ...lines] = head.replace(/\r$/, '').split(/\r?\n/);
  const [, status] = STATUS_LINE.exec(start) ?? [];
  if (status === undefined && !REQUEST_LINE.test(start)) return null;

  const headers = readHeaders(lines);
  const vias = (headers?.get('via') ?? []).flatMap((value) => split(value, ',')?.map(readVia) ?? null);
  const callId = only(headers?.get('call-id'));
  const cseq = readCSeq(only(headers?.get('cseq')));
  const bodyBytes = text.length - end.index - end[0].length;
  if (!headers || !callId || !cseq || vias.length === 0 || !vias.every((via) => via !== null)) return null;
  if (!isWithin(headers.get('content-length'), bodyBytes)) return null;
  return { status: status === undefined ? null : Number(status), vias, callId, cseq };
}

/** By name in lower case and long form. */
function readHeaders(lines: readonly string[]): Map<string, string[]> | null {
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const [, written, value] = HEADER.exec(line) ?? [];
    if (written === undefined || value === undefined) return null;
    const name = written.toLowerCase();
    const key = SHORT[name] ?? name;
    const values = headers.get(key);
    if (values) values.push(value.trim());
    else headers.set(key, [value.trim()]);
  }
  return headers;
}

/** What may be there once is worth nothing when it is there twice. */
const only = (values: readonly string[] = []): string | undefined => (values.length === 1 ? values[0] : undefined);

function readVia(value: string): Via | null {
  const [sent = '', ...parameters] = split(value, ';') ?? [];
  const [, sentBy] = SENT.exec(sent) ?? [];
  if (sentBy === undefined || parameters.includes('')) return null;
  const branch = only(parameters.flatMap((parameter) => BRANCH.exec(parameter)?.[1]?.toLowerCase() ?? []));
  return { sentBy: sentBy.replaceAll(/[ \t]/g, '').toLowerCase(), ...(branch !== undefined && { branch }) };
}

/** Below 2^31 (section 8.1.1.5). */
function readCSeq(value: string | undefined): SipMessage['cseq'] | null {
  const [, number, method] = CSEQ.exec(value ?? '') ?? [];
  return method !== undefined && Number(number) < 2 ** 31 ? { number: Number(number), method } : null;
}

/**
 * What follows a message's own length is no part of it; what is cut off before is no message. Over a WebSocket none needs to name its
 * length (RFC 7118, section 5.1).
 */
function isWithin(lengths: readonly string[] | undefined, bodyBytes: number): boolean {
  if (lengths === undefined) return true;
  const length = only(lengths) ?? '';
  return /^\d+$/.test(length) && Number(length) <= bodyBytes;
}

/** Splits outside of quoted strings; null where one does not end. */
function split(value: string, separator: ',' | ';'): string[] | null {
  const pieces: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const character = value[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted && character === '\\') at++;
    else if (!isQuoted && character === separator) {
      pieces.push(value.slice(from, at).trim());
      from = at + 1;
    }
  }
  return isQuoted ? null : [...pieces, value.slice(from).trim()];
}
