import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { switchingProtocols } from './handshake.ts';
import { note, pageOf } from './pages.ts';
import { plan } from './plan.ts';
import type { World } from './state.ts';

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
  socket.write(switchingProtocols(request, request.headers['sec-websocket-protocol']?.split(',')[0]?.trim()));
  socket.on('data', (frame: Buffer) => {
    // An unmasked, empty close frame.
    if (((frame[0] ?? 0) & 0x0f) === CLOSE) socket.end(Buffer.from([0x80 | CLOSE, 0]));
  });
}
