import { randomBytes } from 'node:crypto';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { codeOf, failed, type Heard, type Patience, SILENT } from './heard.ts';

/** What a true answer over plain HTTP says: without TLS anybody may have given it. */
export interface Expected {
  readonly status: number;
  readonly text?: string | undefined;
}

const MOST_BYTES = 1024;

/**
 * HTTPS, WebSocket, and plain HTTP. Behind a trusted certificate any status is an answer, also one that refuses to open a WebSocket. Nothing
 * is read of it but its head, and no redirect is followed.
 */
export function askWeb(
  url: URL,
  address: string,
  expected: Expected | undefined,
  { stream }: Patience,
): Promise<Heard> {
  const isPlain = url.protocol === 'http:';
  const isSocket = url.protocol === 'wss:';
  return new Promise((resolve) => {
    const request = (isPlain ? requestHttp : requestHttps)({
      host: address,
      port: url.port || (isPlain ? 80 : 443),
      path: `${url.pathname}${url.search}`,
      agent: false,
      maxHeaderSize: 16_384,
      headers: { host: url.host, 'user-agent': 'Ringback catalogue health', accept: '*/*', ...(isSocket && upgrade()) },
      ...(!isIP(url.hostname) && { servername: url.hostname }),
    });
    const end = (heard: Heard) => {
      clearTimeout(timer);
      request.destroy();
      resolve(heard);
    };
    const answered = ({ statusCode = 0 }: IncomingMessage) =>
      end({ outcome: 'answered', how: `${isSocket ? 'WS' : 'HTTP'} ${String(statusCode).padStart(3, '0')}` });
    const timer = setTimeout(() => end(SILENT), stream);
    request.on('error', (error) => end(failed(codeOf(error))));
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      if (isPlain) end(failed('UNEXPECTED'));
      else answered(response);
    });
    request.on('response', (response) => {
      if (!isPlain) return answered(response);
      reads(response, expected).then((fits) => (fits ? answered(response) : end(failed('UNEXPECTED'))));
    });
    request.end();
  });
}

const upgrade = () => ({
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': randomBytes(16).toString('base64'),
});

async function reads(response: IncomingMessage, expected: Expected | undefined): Promise<boolean> {
  if (!expected || response.statusCode !== expected.status) return false;
  let text = '';
  try {
    for await (const bytes of response.setEncoding('latin1')) {
      text += bytes;
      if (text.length > MOST_BYTES) break;
    }
  } catch {
    return false;
  }
  return text.length <= MOST_BYTES && text.startsWith(expected.text ?? '');
}
