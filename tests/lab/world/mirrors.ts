import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { MIRROR_HOSTS } from '../feed/hosts.ts';
import type { MirrorFile, WorldState } from './state.ts';

/** The mirrors of the catalogue's feed. One that holds no file answers 404, as a host that somebody has just set up. */

export const isMirror = (host: string): boolean => MIRROR_HOSTS.includes(host);

/** Whatever a mirror answers may be read from everywhere, unless the scenario says otherwise: a hostile one wants to be read. */
export function openToAll(response: ServerResponse, host: string, { mirrors }: WorldState): void {
  if (isMirror(host) && !mirrors[host]?.withoutCors) response.setHeader('access-control-allow-origin', '*');
}

export function answerAsMirror(request: IncomingMessage, response: ServerResponse, file: MirrorFile | undefined): void {
  response.setHeader('set-cookie', 'lab=1; Path=/');
  if (!file) return void response.writeHead(404).end();
  const { body, type = 'application/json', breaksOff } = file;
  const etag = etagOf(body);
  response.setHeader('etag', etag).setHeader('cache-control', 'no-cache');
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
  const bytes = Buffer.from(body);
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
  if (breaksOff) response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  else response.end(bytes);
}

/** A strong one: the same bytes, the same tag, at every mirror. */
export const etagOf = (body: string): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
