import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createSecure, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe } from 'vitest';
import { authority, leafFiles, readLeaf } from '../../../../tests/lab/certificates.ts';

/** Servers on this machine that do what they should not. */

/** A busy machine takes its time over an answer; for silence nobody has to wait long. */
export const PATIENT = { sendAt: [0, 50, 150], udp: 10_000, stream: 10_000 };
export const IMPATIENT = { ...PATIENT, udp: 500, stream: 500 };

const servers: Server[] = [];
const sockets = new Set<Socket>();

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

export const plainServer = (serve: (socket: Socket) => void): Promise<number> => listening(createServer(serve));

/** Of `localhost`, unless said. */
export async function secureServer(serve: (socket: Socket) => void, shown: Certificate = 'trusted'): Promise<number> {
  const by = await authority(shown === 'untrusted' ? 'untrusted' : 'trusted');
  const leaf = await leafFiles(by, {
    hosts: [shown === 'wrong-name' ? 'another.example' : 'localhost'],
    ...(shown === 'expired' && { expired: true }),
  });
  const server = createSecure(readLeaf(leaf), (socket) => {
    socket.on('error', () => {});
    serve(socket);
  });
  server.on('tlsClientError', () => {});
  return listening(server);
}

export type Certificate = 'trusted' | 'untrusted' | 'wrong-name' | 'expired';

/** As `NODE_EXTRA_CA_CERTS` does from the start. */
async function trustTheLab(): Promise<void> {
  const { certificate } = await authority('trusted');
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificate, 'utf8')]);
}

/** What needs OpenSSL 3, which not every machine has. */
export const withCertificates = describe.skipIf(
  !(await trustTheLab().then(
    () => true,
    () => false,
  )),
);

export function closeAll(): void {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const server of servers.splice(0)) server.close();
}
