import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { IMPOSTOR, twin } from '../addresses.ts';

/**
 * Answers STUN requests falsely: an error of RFC 8489 or RFC 8656, a success with the impostor's own address, the answer to somebody else's
 * request, or bytes that are no STUN.
 */
const FORGERIES = [300, 400, 401, 403, 438, 486, 500, 508, 'success', 'other-transaction', 'garbage'] as const;
export type Forgery = (typeof FORGERIES)[number];

/** Each forgery has a port of its own. */
export const impostorPort = (answer: Forgery): number => 9000 + FORGERIES.indexOf(answer);

const COOKIE = Buffer.from([0x21, 0x12, 0xa4, 0x42]);
const SUCCESS = 0x0100;
const ERROR = 0x0110;
const ERROR_CODE = 0x0009;
const XOR_MAPPED_ADDRESS = 0x0020;
const ALTERNATE_SERVER = 0x8023;

export async function serveImpostors(): Promise<void> {
  await Promise.all(
    [IMPOSTOR, twin(IMPOSTOR)].flatMap((own) =>
      FORGERIES.map((answer) => {
        const socket = createSocket(isIPv6(own) ? 'udp6' : 'udp4');
        socket.on('message', (request, { port, address }) => {
          if (isRequest(request)) socket.send(forge(request, answer, port), port, address);
        });
        socket.bind(impostorPort(answer), own);
        return once(socket, 'listening');
      }),
    ),
  );
}

const isRequest = (message: Buffer): boolean =>
  message.length >= 20 && message.subarray(4, 8).equals(COOKIE) && (message.readUInt16BE(0) & 0x0110) === 0;

function forge(request: Buffer, answer: Forgery, port: number): Buffer {
  const method = request.readUInt16BE(0);
  const transaction = request.subarray(8, 20);
  if (answer === 'garbage') return Buffer.alloc(64, 0xff);
  if (answer === 'success') return message(method | SUCCESS, transaction, address(XOR_MAPPED_ADDRESS, port, true));
  if (answer === 'other-transaction')
    return message(method | SUCCESS, Buffer.alloc(12, 7), address(XOR_MAPPED_ADDRESS, port, true));
  const code = attribute(ERROR_CODE, Buffer.from([0, 0, Math.floor(answer / 100), answer % 100]));
  return message(method | ERROR, transaction, code, ...(answer === 300 ? [address(ALTERNATE_SERVER, 3478)] : []));
}

function message(type: number, transaction: Buffer, ...attributes: Buffer[]): Buffer {
  const body = Buffer.concat(attributes);
  const header = Buffer.alloc(4);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(body.length, 2);
  return Buffer.concat([header, COOKIE, transaction, body]);
}

function attribute(type: number, value: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(value.length, 2);
  return Buffer.concat([header, value]);
}

/** The impostor's own address. */
function address(type: number, port: number, masked = false): Buffer {
  const value = Buffer.from([0, 1, port >> 8, port & 0xff, ...IMPOSTOR.split('.').map(Number)]);
  // The port is masked with the cookie's first two bytes, the address with all four.
  if (masked) for (let at = 2; at < 8; at++) value[at] = (value[at] ?? 0) ^ (COOKIE[at < 4 ? at - 2 : at - 4] ?? 0);
  return attribute(type, value);
}
