import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, isIP } from 'node:net';
import { PROXY } from '../addresses.ts';
import type { World } from './state.ts';
import { truth } from './zone.ts';

/** An office's HTTP proxy: pages, and tunnels by CONNECT. It asks a resolver of its own, and nothing between it and the world is filtered. */
export async function serveProxy(world: World): Promise<void> {
  const server = createServer((request, response) => forward(world, request, response));
  server.on('connect', (request: IncomingMessage, socket, head: Buffer) => {
    const { hostname, port } = new URL(`tunnel://${request.url}`);
    const address = addressOf(world, hostname);
    if (address === null) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const far = connect({ port: Number(port), host: address, localAddress: PROXY.exit }, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.write(head);
      far.pipe(socket).pipe(far);
    });
    far.on('error', () => socket.destroy());
    socket.on('error', () => far.destroy());
  });
  await once(server.listen(PROXY.port, PROXY.address), 'listening');
}

function forward(world: World, request: IncomingMessage, response: ServerResponse): void {
  const { hostname, port, pathname, search } = new URL(request.url ?? '', 'http://proxy');
  const address = addressOf(world, hostname);
  if (address === null) return void response.writeHead(502).end();
  const { method, headers } = request;
  const far = httpRequest(
    { host: address, localAddress: PROXY.exit, port: port || 80, path: pathname + search, method, headers },
    (answer) => void answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
  );
  far.on('error', () => response.destroy());
  request.pipe(far);
}

const addressOf = ({ state }: World, host: string): string | null =>
  isIP(host) ? host : (truth(host, state)?.[0] ?? null);
