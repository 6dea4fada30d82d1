import type { ServerResponse } from 'node:http';
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
    case 'huge-body':
      pour(response, 100 * MEGABYTE);
      break;
    case 'endless-body':
      pour(response, Number.POSITIVE_INFINITY);
  }
}

/** A letter of the header a second. */
function drip(response: ServerResponse): void {
  const letters = [...`HTTP/1.1 200 OK\r\nX-Filler: ${'x'.repeat(3600)}`];
  const timer = setInterval(() => response.socket?.write(letters.shift() ?? 'x'), 1000);
  response.on('close', () => clearInterval(timer));
}

/** As fast as it is read. */
function pour(response: ServerResponse, bytes: number): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    ...(Number.isFinite(bytes) && { 'content-length': bytes }),
  });
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      const chunk = CHUNK.subarray(0, Math.min(left, CHUNK.length));
      left -= chunk.length;
      if (!response.write(chunk)) return;
    }
    if (left === 0) response.end();
  };
  response.on('drain', more);
  more();
}
