import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { readLeaf } from '../../certificates.ts';
import { switchingProtocols } from '../handshake.ts';
import { BEHAVIOURS, type Behaviour, isBehaviour } from './behaviours.ts';
import { CLOSE, frame, onFrames } from './frames.ts';
import type { Seen } from './servers.ts';

/**
 * `node actor.ts <address> <port> <certificate> <key>`: SIP over WebSocket from a server that does as the path of its address says. At `/`
 * it does what was last written to its standard input. It prints its port, and then what it sees, a line of JSON each.
 */
const [address, port, certificate = '', key = ''] = process.argv.slice(2);
/** 1000: a normal end. */
const CLOSING = frame(CLOSE, Buffer.from([0x03, 0xe8]));
let usual: Behaviour = '200';
let connections = 0;

const server = createServer(readLeaf({ certificate, key }));
server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
  const path = request.url ?? '/';
  const behaviour = isBehaviour(path.slice(1)) ? (path.slice(1) as Behaviour) : usual;
  const connection = connections++;
  const tell = (seen: Pick<Seen, 'event' | 'text'>) => print({ connection, path, ...seen });
  socket.on('error', () => {}).on('close', () => tell({ event: 'gone' }));
  const offered = request.headers['sec-websocket-protocol'];
  tell({ event: 'came', ...(offered !== undefined && { text: offered }) });
  if (behaviour === 'refused') return void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
  socket.write(switchingProtocols(request, behaviour === 'no-protocol' ? undefined : offered));
  if (behaviour === 'close-at-once') socket.end(CLOSING);
  onFrames(socket, (opcode, payload) => {
    // Nothing may follow a close of our own.
    if (opcode === CLOSE) return void (socket.writable && socket.end(frame(CLOSE, payload)));
    tell({ event: 'asked', text: payload.toString() });
    if (behaviour === 'close-when-asked') socket.end(CLOSING);
    for (const answer of BEHAVIOURS[behaviour](payload.toString())) socket.write(answer);
  });
});
server.on('clientError', (_, socket) => socket.destroy());
await once(server.listen(Number(port), address), 'listening');
print({ port: (server.address() as AddressInfo).port });

for await (const line of createInterface({ input: process.stdin })) if (isBehaviour(line)) usual = line;
// It ends with whoever started it.
process.exit(0);

function print(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
