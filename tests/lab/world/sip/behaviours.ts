import { BINARY, frame, TEXT } from './frames.ts';

/** What the misbehaving SIP server does with a request: named by the path of its address. */
export const BEHAVIOURS = {
  /** Final answers, good and bad: to an OPTIONS request each of them is a sign of life. */
  '200': (request) => [text(reply(request, '200 OK'))],
  '401': (request) => [
    text(
      reply(request, '401 Unauthorized', [
        'WWW-Authenticate: Digest realm="lab.example", nonce="dcd98b71", qop="auth"',
      ]),
    ),
  ],
  '403': (request) => [text(reply(request, '403 Forbidden'))],
  '405': (request) => [text(reply(request, '405 Method Not Allowed', ['Allow: INVITE, ACK, BYE, CANCEL, REGISTER']))],
  '503': (request) => [text(reply(request, '503 Service Unavailable', ['Retry-After: 30']))],

  /** Decent, and out of the ordinary. */
  provisional: (request) => [text(reply(request, '100 Trying')), text(reply(request, '200 OK'))],
  binary: (request) => [frame(BINARY, Buffer.from(reply(request, '200 OK')))],
  folded: (request) => [text(folded(reply(request, '200 OK')))],
  chatty: (request) => [text('\r\n\r\n'), text(OWN_REQUEST), text('\r\n'), text(reply(request, '200 OK'))],

  /** Not an answer to us. */
  'provisional-only': (request) => [text(reply(request, '100 Trying'))],
  'other-branch': (request) => [
    text(reply(request, '200 OK').replace(/branch=[^;\r\n]+/, 'branch=z9hG4bKsomebodyelse')),
  ],
  'other-call': (request) => [text(reply(request, '200 OK').replace(/Call-ID: .*/, 'Call-ID: somebody@else.invalid'))],
  'other-method': (request) => [text(reply(request, '200 OK').replace(/CSeq: (\d+) OPTIONS/, 'CSeq: $1 INVITE'))],
  silent: () => [],

  /** Not SIP. */
  garbage: () => [text('{"type":"welcome","motd":"no SIP is spoken here"}')],
  noise: () => [frame(BINARY, Buffer.from([0xff, 0x00, 0xc3, 0x28, 0x0d, 0x0a, 0x0d, 0x0a, 0xed, 0xa0]))],
  half: (request) => [text(reply(request, '200 OK').slice(0, 60))],
  huge: (request) => [text(reply(request, '200 OK', [`X-Filler: ${'x'.repeat(1_000_000)}`]))],

  /** Ends the WebSocket in an orderly way, before and after it was asked. */
  'close-at-once': () => [],
  'close-when-asked': () => [],

  /** Other handshakes: no sub-protocol is chosen; a page in place of a WebSocket. */
  'no-protocol': () => [],
  refused: () => [],
} satisfies Record<string, (request: string) => readonly Buffer[]>;

export type Behaviour = keyof typeof BEHAVIOURS;

export const isBehaviour = (name: string): name is Behaviour => Object.hasOwn(BEHAVIOURS, name);

const text = (content: string) => frame(TEXT, Buffer.from(content));

/** RFC 3261, section 8.2.6: the response mirrors the request, and the To header gets a tag. */
function reply(request: string, status: string, more: readonly string[] = []): string {
  const mirrored = request
    .split('\r\n')
    .filter((line) => /^(via|from|to|call-id|cseq):/i.test(line))
    .map((line) => (/^to:/i.test(line) ? `${line};tag=lab` : line));
  return [`SIP/2.0 ${status}`, ...mirrored, ...more, 'Content-Length: 0', '', ''].join('\r\n');
}

/** The same with short names, in other letters, and every header over two lines. */
const folded = (message: string): string =>
  message
    .replace('Via:', 'v :')
    .replace('Call-ID:', 'I:')
    .replace('CSeq:', 'cSEQ:')
    .replace('Content-Length:', 'l:')
    .replaceAll(': ', ':\r\n\t ');

/** As servers send by themselves, to keep a connection open. */
const OWN_REQUEST = [
  'OPTIONS sip:probe@df7jal23ls0d.invalid;transport=ws SIP/2.0',
  'Via: SIP/2.0/WSS lab.example;branch=z9hG4bKserver',
  'Max-Forwards: 70',
  'To: <sip:probe@df7jal23ls0d.invalid>',
  'From: <sip:keepalive@lab.example>;tag=server',
  'Call-ID: keepalive@lab.example',
  'CSeq: 1 OPTIONS',
  'Content-Length: 0',
  '',
  '',
].join('\r\n');
