import { once } from 'node:events';
import { createServer as createHttp, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { authority, leafFiles, readLeaf } from '../../lab/certificates.ts';
import { aggregationApi, measuredUntil, type Quota } from '../../lab/world/ooni.ts';

/** OONI behind a proxy that knows no other host: a browser that uses it reaches `api.ooni.org` here, with its certificate, and nothing else. */
export interface Ooni {
  /** `host:port`, for the browser. */
  readonly proxy: string;
  readonly requests: { readonly url: string; readonly headers: IncomingHttpHeaders }[];
  /** Connections wanted to any host, by name. */
  readonly wanted: string[];
  readonly quota: Quota;
  /** What answers next, once each; the API when none is left. */
  readonly answers: RequestListener[];
  /** Ends what is connected, too. */
  block(isBlocked: boolean): void;
  close(): Promise<void>;
}

const HOST = 'api.ooni.org:443';

export async function startOoni(): Promise<Ooni> {
  const quota: Quota = { left: 4000, cost: 12 };
  const api = aggregationApi(() => measuredUntil(Date.now()), quota);
  const requests: Ooni['requests'] = [];
  const wanted: string[] = [];
  const answers: RequestListener[] = [];
  const leaf = readLeaf(await leafFiles(await authority('trusted'), { hosts: ['api.ooni.org'] }));
  const server = createHttps(leaf, (request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    // It comes back if the browser keeps cookies of ours.
    response.setHeader('set-cookie', 'ooni=1; Path=/; Secure; SameSite=None');
    (answers.shift() ?? api)(request, response);
  });
  let isBlocked = false;
  const tunnels = new Set<Duplex>();
  const proxy = createHttp((_, response) => void response.writeHead(502).end());
  proxy.on('connect', ({ url = '' }, socket) => {
    wanted.push(url);
    if (url !== HOST || isBlocked) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket));
    const far = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.pipe(socket).pipe(far);
    });
    far.on('error', () => socket.destroy());
    socket.on('error', () => far.destroy());
  });
  for (const one of [server, proxy]) await once(one.listen(0, '127.0.0.1'), 'listening');

  return {
    proxy: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    requests,
    wanted,
    quota,
    answers,
    block(wanted) {
      isBlocked = wanted;
      if (wanted) for (const one of tunnels) one.destroy();
    },
    async close() {
      for (const one of tunnels) one.destroy();
      for (const one of [proxy, server]) {
        one.closeAllConnections();
        one.close();
      }
    },
  };
}
