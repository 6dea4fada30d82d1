import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Leaf } from '../lab/certificates.ts';
import { type PartialSuccess, type PublishedRequest, readRequest, writeResponse, writeStatus } from './published.ts';

/** An OTLP/HTTP receiver for metrics, as its specification has it (opentelemetry-proto, docs/specification.md), over TLS. */
export interface OtlpReceiver {
  readonly endpoint: string;
  /** Requests that were understood, oldest first. */
  readonly requests: PublishedRequest[];
  /** Headers of all requests, oldest first. */
  readonly headers: IncomingMessage['headers'][];
  /** Addresses of pages whose extensions may send; `*` at the end stands for the rest. */
  readonly allowed: string[];
  /** What to say next, in their order; success when none is left. */
  readonly answers: Answer[];
  close(): Promise<void>;
}

export type Answer =
  | { readonly partial: PartialSuccess }
  | { readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly body: Uint8Array }
  | 'silence'
  | 'hang-up';

const PATH = '/v1/metrics';
/** The specification asks for a limit and suggests a larger one. */
const MOST_BYTES = 4 * 1024 * 1024;
const PROTOBUF = 'application/x-protobuf';

export async function otlpReceiver({ certificate, key }: Leaf, token?: string): Promise<OtlpReceiver> {
  const requests: PublishedRequest[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const answers: Answer[] = [];
  const allowed = ['chrome-extension://*', 'moz-extension://*'];

  const server = createServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    async (request, response) => {
      const cors = crossOrigin(request.headers.origin, allowed);
      const say = (status: number, body: Uint8Array, more: Readonly<Record<string, string>> = {}) =>
        response.writeHead(status, { 'Content-Type': PROTOBUF, ...cors, ...more }).end(body);
      const refuse = (status: number, why: string) => say(status, writeStatus(why));

      if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
      headers.push(request.headers);
      const body = await bodyOf(request);
      if (request.url !== PATH) return refuse(404, 'no such path');
      if (request.method !== 'POST') return refuse(405, 'reports are posted');
      if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
        return refuse(401, 'who are you?');
      if (request.headers['content-type'] !== PROTOBUF) return refuse(415, 'only protobuf is read here');
      const answer = answers.shift();
      if (answer === 'silence') return;
      if (answer === 'hang-up') return void request.socket.destroy();
      if (answer && 'status' in answer) return say(answer.status, writeStatus(answer.message ?? ''), answer.headers);
      try {
        requests.push(readRequest(unpacked(body, request.headers['content-encoding'])));
      } catch (error) {
        return refuse(error instanceof RangeError ? 413 : 400, String(error));
      }
      if (answer && 'body' in answer) return say(200, answer.body);
      say(200, writeResponse(answer?.partial));
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    endpoint: `https://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    requests,
    headers,
    allowed,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As docs/managed/collector.yml sets it. */
function crossOrigin(origin: string | undefined, allowed: readonly string[]): Readonly<Record<string, string>> {
  const isAllowed = origin !== undefined && allowed.some((known) => origin.startsWith(known.slice(0, -1)));
  if (!isAllowed) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Headers': 'Content-Type, Content-Encoding, Authorization',
    'Access-Control-Expose-Headers': 'Retry-After',
    'Access-Control-Max-Age': '7200',
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** @throws {RangeError} when it is larger than a receiver takes */
function unpacked(body: Buffer, encoding: string | undefined): Uint8Array {
  const bytes = encoding === 'gzip' ? gunzipSync(body, { maxOutputLength: MOST_BYTES }) : body;
  if (bytes.length > MOST_BYTES) throw new RangeError('too large');
  return bytes;
}
