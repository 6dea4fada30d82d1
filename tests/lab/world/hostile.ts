import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Hostility } from './state.ts';

const MEGABYTE = 1_000_000;
const CHUNK = Buffer.alloc(64_000, 'x');

/** Answers as no decent server does. Everything stops when the client hangs up. */
export function answerHostilely(response: ServerResponse, how: Hostility): void {
  const { socket } = response;
  if (!socket) return;
  switch (how) {
    case 'slow-header':
      drip(response);
      break;
    case 'huge-header':
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Filler: ${'x'.repeat(MEGABYTE)}\r\n\r\n`);
      break;
    case 'invalid-text':
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xf8, 0x00]));
      break;
    case 'zip-bomb':
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(100 * MEGABYTE, 'x')));
      break;
    case 'endless-body':
      pour(response);
  }
}

/** A letter of the header a second. */
function drip(response: ServerResponse): void {
  const letters = [...`HTTP/1.1 200 OK\r\nX-Filler: ${'x'.repeat(3600)}`];
  const timer = setInterval(() => response.socket?.write(letters.shift() ?? 'x'), 1000);
  response.on('close', () => clearInterval(timer));
}

/** As fast as it is read. */
function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  const more = () => {
    while (!response.destroyed && response.write(CHUNK));
  };
  response.on('drain', more);
  more();
}
