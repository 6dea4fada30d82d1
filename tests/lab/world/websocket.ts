import { createHash } from 'node:crypto';
import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { note, pageOf } from './pages.ts';
import { plan } from './plan.ts';
import type { World } from './state.ts';

/** From RFC 6455, section 1.3. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const CLOSE = 0x8;

/** Opens the WebSockets that the catalogue lists, takes the first subprotocol offered, and then keeps silent until the close. */
export function openWebSocket(world: World, request: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => {});
  const host = note(world, 'wss', request);
  const { pathname } = new URL(request.url ?? '/', 'https://lab');
  const { status, location, loops, hostile } = world.state.web[host] ?? {};
  if (status !== undefined || location !== undefined || loops !== undefined || hostile) {
    const response = new ServerResponse(request);
    response.assignSocket(socket as Socket);
    pageOf(world, 'https', host)(request, response);
    return;
  }
  const exists = plan().web.some(
    (endpoint) => endpoint.kind === 'wss' && endpoint.host === host && endpoint.path === pathname,
  );
  if (!exists) return void socket.end('HTTP/1.1 404 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64');
  const protocol = request.headers['sec-websocket-protocol']?.split(',')[0]?.trim();
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
  ];
  if (protocol) lines.push(`Sec-WebSocket-Protocol: ${protocol}`);
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  socket.on('data', (frame: Buffer) => {
    // An unmasked, empty close frame.
    if (((frame[0] ?? 0) & 0x0f) === CLOSE) socket.end(Buffer.from([0x80 | CLOSE, 0]));
  });
}
