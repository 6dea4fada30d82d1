import { once } from 'node:events';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps, type Server as HttpsServer } from 'node:https';
import { createServer, isIPv4, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { authority, leafFiles, readLeaf } from '../certificates.ts';
import { blockPage, pages, portal } from './pages.ts';
import { mannersByHost } from './peculiar.ts';
import { hostAt, plan } from './plan.ts';
import type { World } from './state.ts';
import { openWebSocket } from './websocket.ts';
import { BLOCK_PAGE_NAME } from './zone.ts';

/** The block page and the portal are other machines; their addresses are translated to these ports. */
export const BLOCK_PAGE_PORTS = { http: 8081, https: 8441 } as const;
export const PORTAL_PORTS = { http: 8082, https: 8442 } as const;

/** One server for every web host there is; which one is meant, the address and the name in the TLS greeting tell. */
export async function serveWeb(world: World): Promise<void> {
  const choose = await certificates(world);
  const https = createHttps({
    // Whoever lives at the address answers, under whichever name it is greeted.
    SNICallback(this: TLSSocket, name, done) {
      choose(hostAt(this.localAddress ?? '') ?? name).then((context) => done(null, context), done);
    },
    ...(await unnamed()),
  });
  https.on('request', pages(world, 'https')).on('upgrade', (request, socket) => openWebSocket(world, request, socket));
  // A browser that does not like the certificate hangs up: nothing to say about it.
  https.on('tlsClientError', () => {});

  const ports = new Set(plan().web.flatMap(({ kind, port }) => (kind === 'http' ? [] : [port])));
  await Promise.all([...ports].map((port) => listen(port, (socket) => greet(world, https, socket))));
  await plain(80, pages(world, 'http'));

  const untrusted = readLeaf(await leafFiles(await authority('untrusted'), { hosts: [BLOCK_PAGE_NAME] }));
  for (const [ports, handler] of [
    [BLOCK_PAGE_PORTS, blockPage],
    [PORTAL_PORTS, portal],
  ] as const) {
    await plain(ports.http, handler(world, 'http'));
    const server = createHttps(untrusted, handler(world, 'https')).on('tlsClientError', () => {});
    await once(server.listen(ports.https), 'listening');
  }
}

/** Before TLS begins, only the address says who is meant. */
function greet(world: World, https: HttpsServer, socket: Socket): void {
  socket.on('error', () => {});
  const name = hostAt(socket.localAddress ?? '') ?? '';
  const { mute, closes } = world.state.web[name] ?? {};
  if (mute) return;
  if (closes || mannersByHost().get(name) === 'not-tls') socket.once('data', () => socket.end());
  else https.emit('connection', socket);
}

async function listen(port: number, take: (socket: Socket) => void): Promise<void> {
  await once(createServer(take).listen(port, '::'), 'listening');
}

async function plain(port: number, handler: RequestListener): Promise<void> {
  await once(createHttp(handler).listen(port, '::'), 'listening');
}

/** The certificate for a name, as things stand. */
async function certificates(world: World): Promise<(name: string) => Promise<SecureContext>> {
  const trusted = await authority('trusted');
  const untrusted = await authority('untrusted');
  const manners = mannersByHost();
  const known = new Map<string, Promise<SecureContext>>();
  return (name) => {
    if (!plan().addresses.has(name)) return Promise.reject(new Error(`no such host: ${name}`));
    const shown =
      world.state.web[name]?.certificate ?? (manners.get(name) === 'private-authority' ? 'untrusted' : 'own');
    const key = `${shown} ${name}`;
    const context =
      known.get(key) ??
      leafFiles(shown === 'untrusted' ? untrusted : trusted, {
        hosts: [shown === 'wrong-name' ? 'another.example' : name],
        ...(shown === 'expired' && { expired: true as const }),
      }).then((leaf) => createSecureContext(readLeaf(leaf)));
    known.set(key, context);
    return context;
  };
}

/** Clients of an address literal name nobody in their greeting. */
async function unnamed() {
  const literals = [...plan().addresses.keys()].filter(isIPv4);
  return readLeaf(await leafFiles(await authority('trusted'), { hosts: ['lab.example', ...literals] }));
}
