import type { Duplex } from 'node:stream';

/** Frames of RFC 6455, as far as a server in a test needs them: no fragments, and no message from the browser above 64 kB. */

export const TEXT = 0x1;
export const BINARY = 0x2;
export const CLOSE = 0x8;

/** A whole message from the server, unmasked. */
export function frame(opcode: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (head.length === 2) head[1] = payload.length;
  else if (head.length === 4) {
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, payload]);
}

/** Calls back with every message of the browser. */
export function onFrames(socket: Duplex, take: (opcode: number, payload: Buffer) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      if (buffer.length < 2) return;
      const short = (buffer[1] ?? 0) & 0x7f;
      const start = short === 126 ? 4 : 2;
      if (buffer.length < start) return;
      const length = short === 126 ? buffer.readUInt16BE(2) : short;
      const end = start + 4 + length;
      if (buffer.length < end) return;
      const mask = buffer.subarray(start, start + 4);
      const payload = buffer.subarray(start + 4, end).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
      take((buffer[0] ?? 0) & 0x0f, Buffer.from(payload));
      buffer = buffer.subarray(end);
    }
  });
}
