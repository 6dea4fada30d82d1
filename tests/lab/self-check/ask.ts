import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { request as stunRequest } from './stun.ts';

/**
 * Puts one question to the network, by its address: an endpoint as the catalogue writes it, `dns:name` or `tls:host:port`; with `ipv6:` before it over IPv6. Returns what came of it in a word:
 * a status, `srflx <address>`, addresses, the system's error code, or `silent`.
 */
export async function ask(url: string, timeoutMs: number): Promise<string> {
  const limit = AbortSignal.timeout(timeoutMs);
  const silence = new Promise<string>((resolve) => limit.addEventListener('abort', () => resolve('silent')));
  return Promise.race([silence, put(url, limit).catch((error: unknown) => codeOf(error))]);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

async function put(words: string, limit: AbortSignal): Promise<string> {
  const family = words.startsWith('ipv6:') ? 6 : 4;
  const url = words.replace(/^ipv6:/, '');
  const addressOf = async (host: string) => (isIP(host) ? host : ((await resolve(host, family))[0] ?? ''));
  if (url.startsWith('dns:')) return (await resolve(url.slice('dns:'.length), family)).join(' ') || 'ENODATA';
  const [, greeted, at] = /^tls:(.*):(\d+)$/.exec(url) ?? [];
  if (greeted) return handshake(secure(greeted, await addressOf(greeted), Number(at)), limit);
  const relay = /^(stun|turns?):([^:?]+):(\d+)(?:\?transport=(udp|tcp))?$/.exec(url);
  if (relay === null) {
    const { hostname } = new URL(url);
    return web(new URL(url), await addressOf(hostname), limit);
  }
  const [, scheme, host = '', port, over] = relay;
  const kind = scheme === 'stun' ? 'binding' : 'allocate';
  const address = await addressOf(host);
  if (scheme === 'turns') return overStream(secure(host, address, Number(port)), 'secureConnect', kind, limit);
  return over === 'tcp'
    ? overStream(connect(Number(port), address), 'connect', kind, limit)
    : overUdp(address, Number(port), kind, limit);
}

/** The resolver of resolv.conf, asked once: the system's own would wait for longer than a question may take. */
function resolve(name: string, family: 4 | 6): Promise<string[]> {
  const resolver = new Resolver({ timeout: 5000, tries: 1 });
  return family === 4 ? resolver.resolve4(name) : resolver.resolve6(name);
}

const secure = (host: string, address: string, port: number) =>
  connectTls({ host: address, port, ...(!isIP(host) && { servername: host }) });

function handshake(socket: Socket, limit: AbortSignal): Promise<string> {
  return new Promise((done, fail) => {
    limit.addEventListener('abort', () => socket.destroy());
    socket.on('error', fail).on('secureConnect', () => {
      socket.destroy();
      done('secured');
    });
  });
}

function overUdp(address: string, port: number, kind: 'binding' | 'allocate', limit: AbortSignal): Promise<string> {
  return new Promise((done, fail) => {
    const question = stunRequest(kind);
    const socket = createSocket({ type: isIP(address) === 6 ? 'udp6' : 'udp4', signal: limit }).on('error', fail);
    socket.on('message', (message) => {
      const meaning = question.read(message);
      if (meaning === null) return;
      socket.close();
      done(meaning);
    });
    // A connected socket hears its peer alone, and the errors that come in its place.
    socket.on('connect', () => socket.send(question.message)).connect(port, address);
  });
}

function overStream(
  socket: Socket,
  ready: 'connect' | 'secureConnect',
  kind: 'binding' | 'allocate',
  limit: AbortSignal,
): Promise<string> {
  return new Promise((done, fail) => {
    const question = stunRequest(kind);
    limit.addEventListener('abort', () => socket.destroy());
    socket.on('error', fail).on('end', () => done('closed'));
    socket.on(ready, () => socket.write(question.message));
    socket.on('data', (message: Buffer) => {
      const meaning = question.read(message);
      if (meaning === null) return;
      socket.destroy();
      done(meaning);
    });
  });
}

async function web(url: URL, host: string, signal: AbortSignal): Promise<string> {
  const upgrade = url.protocol === 'wss:' && {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'x',
  };
  const options = {
    host,
    port: url.port || (url.protocol === 'http:' ? 80 : 443),
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, ...upgrade },
    signal,
    agent: false,
    ...(!isIP(url.hostname) && { servername: url.hostname }),
  } as const;
  return new Promise((done, fail) => {
    const request = (url.protocol === 'http:' ? httpRequest : httpsRequest)(options);
    request.on('error', fail);
    request.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () =>
        done(`${response.statusCode} ${response.headers.location ?? body.slice(0, 400)}`.trim()),
      );
    });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      done(String(response.statusCode));
    });
    request.end();
  });
}
