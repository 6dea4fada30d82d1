import { createSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import type { LaunchOptions } from '../../../scripts/browser/driver.ts';
import { BROWSER } from '../under-test.ts';

/**
 * A stand-in for the internet on this machine, so that a round without one lasts: web servers that take every connection and never say a
 * word, and STUN servers that answer.
 */
export interface StandIn {
  /** Leads every name to it. */
  readonly options: Pick<LaunchOptions, 'args' | 'prefs'>;
  close(): void;
}

/** Where the catalogue's STUN controls listen, as far as a person without special rights may take the place. */
const STUN_PORTS = [3478, 19302];

/** @param holdMs after which a connection is closed */
export async function openStandIn(holdMs: number): Promise<StandIn> {
  const open = new Set<Socket>();
  const web = createServer((socket) => {
    open.add(socket);
    const timer = setTimeout(() => socket.destroy(), holdMs);
    socket
      .on('error', () => {})
      .on('close', () => {
        clearTimeout(timer);
        open.delete(socket);
      })
      .resume();
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const closeStun = STUN_PORTS.map(answerStun);
  const address = web.address();
  return {
    options: leadTo(typeof address === 'object' && address ? address.port : 0),
    close() {
      web.close();
      for (const socket of open) socket.destroy();
      for (const close of closeStun) close();
    },
  };
}

/** Every name leads to this machine, and every web server to this port of it. */
export const leadTo = (port: number): Pick<LaunchOptions, 'args' | 'prefs'> =>
  BROWSER === 'firefox'
    ? { prefs: { 'network.dns.forceResolve': '127.0.0.1', 'network.socket.forcePort': `443=${port}` } }
    : { args: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`] };

const BINDING = 0x0001;
const MAGIC_COOKIE = 0x2112a442;
const XOR_MAPPED_ADDRESS = 0x0020;
/** 203.0.113.7 (RFC 5737): whoever asks seems to come from there. */
const SEEN_FROM = 0xcb007107;

/** Answers binding requests (RFC 8489) on one port. */
export function answerStun(port: number): () => void {
  const socket = createSocket('udp4');
  socket.on('message', (request, sender) => {
    if (request.length < 20 || request.readUInt16BE(0) !== BINDING) return;
    const answer = Buffer.alloc(32);
    answer.writeUInt16BE(BINDING | 0x0100, 0);
    answer.writeUInt16BE(12, 2);
    request.copy(answer, 4, 4, 20);
    answer.writeUInt16BE(XOR_MAPPED_ADDRESS, 20);
    answer.writeUInt16BE(8, 22);
    answer.writeUInt8(1, 25);
    answer.writeUInt16BE(sender.port ^ (MAGIC_COOKIE >>> 16), 26);
    answer.writeUInt32BE((SEEN_FROM ^ MAGIC_COOKIE) >>> 0, 28);
    socket.send(answer, sender.port, sender.address);
  });
  // Somebody else's port stays silent.
  socket.on('error', () => {});
  socket.bind(port, '127.0.0.1');
  return () => socket.close();
}
