import { isIP } from 'node:net';
import { checkServerIdentity, connect, type TLSSocket } from 'node:tls';
import type { Manner } from '../../../../core/catalogue/manner.ts';
import { codeOf, failed, type Heard, type Patience, SILENT } from './heard.ts';

/**
 * Hosts that no browser can talk to: each shows in its own way that it is there. None of it proves who answered, so the record
 * vouches for no such endpoint; it only keeps one that lives from being dropped.
 */
export function askOwnWay(manner: Manner, url: URL, address: string, { stream }: Patience): Promise<Heard> {
  const port = Number(url.port || 443);
  const name = url.hostname;
  return new Promise((resolve) => {
    const socket = connect({
      host: address,
      port,
      ...(!isIP(name) && { servername: name }),
      rejectUnauthorized: manner === 'not-http',
    });
    let isTaken = false;
    const end = (heard: Heard) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(heard);
    };
    // One that speaks no TLS says no more than that: it takes the connection, and ends it when greeted.
    const instead = (why: string) =>
      end(manner === 'not-tls' && isTaken ? { outcome: 'answered', how: `TCP ${port}` } : failed(why));
    const timer = setTimeout(() => end(SILENT), stream);
    socket.on('connect', () => {
      isTaken = true;
    });
    socket.on('error', (error) => instead(codeOf(error)));
    socket.on('end', () => instead('ENDED'));
    socket.on('secureConnect', () => {
      const wrong = manner === 'private-authority' ? certificateError(socket, name) : null;
      end(
        wrong === null
          ? { outcome: 'answered', how: `TLS ${VERSIONS[socket.getProtocol() ?? ''] ?? '0000'}` }
          : failed(wrong),
      );
    });
  });
}

/** As the protocol itself numbers them (RFC 8446, section 4.2.1). */
const VERSIONS: Readonly<Record<string, string>> = { 'TLSv1.2': '0303', 'TLSv1.3': '0304' };

/** What is the matter with a certificate when nobody knows its authority, and all else is right. */
const UNKNOWN_AUTHORITY = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/** Null for one that is for this name, of whichever authority. */
function certificateError(socket: TLSSocket, name: string): string | null {
  // Node gives the code itself where TypeScript sees an error.
  const wrong: unknown = socket.authorizationError;
  if (wrong && !UNKNOWN_AUTHORITY.includes(String(wrong))) return codeOf(Object.assign(new Error(), { code: wrong }));
  const misnamed = checkServerIdentity(name, socket.getPeerCertificate());
  return misnamed ? codeOf(misnamed) : null;
}
