import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6, type Socket } from 'node:net';
import { twin } from '../addresses.ts';
import { type Question, readQuestion, TYPE_A, TYPE_AAAA, typeName, writeAnswer } from './dns-message.ts';
import type { World } from './state.ts';
import { forgery, truth } from './zone.ts';

/** The resolver: it knows every name there is, and lies as told. Over UDP and TCP, as RFC 7766 asks. */
export async function serveDns(world: World, address: string): Promise<void> {
  const udp = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  udp.on('message', (message, { port, address: client }) => {
    answer(world, message, (reply) => udp.send(reply, port, client));
  });
  udp.bind(53, address);

  const tcp = createServer((socket) => overTcp(world, socket));
  tcp.listen(53, address);
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
}

/** Messages over TCP are preceded by their length. */
function overTcp(world: World, socket: Socket): void {
  let pending = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
      const end = 2 + pending.readUInt16BE(0);
      answer(world, pending.subarray(2, end), (reply) => {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        socket.write(Buffer.concat([length, reply]));
      });
      pending = pending.subarray(end);
    }
  });
}

function answer(world: World, message: Buffer, send: (reply: Buffer) => void): void {
  const question = readQuestion(message);
  if (question === null) return;
  world.names.push({ at: Date.now(), name: question.name, type: typeName(question.type) });
  const reply = decide(world, question);
  if (reply === null) return;
  if (world.state.dnsDelayMs > 0) setTimeout(send, world.state.dnsDelayMs, reply);
  else send(reply);
}

/** Null is silence. */
function decide({ state }: World, question: Question): Buffer | null {
  const fault = forgery(question.name, state)?.answer;
  if (fault === 'silence') return null;
  if (fault === 'missing') return writeAnswer(question, 'NXDOMAIN');
  if (fault === 'broken') return writeAnswer(question, 'SERVFAIL');
  if (fault === 'refused') return writeAnswer(question, 'REFUSED');
  const addresses = fault === 'empty' ? [] : (fault?.addresses ?? truth(question.name, state));
  if (addresses === null) return writeAnswer(question, 'NXDOMAIN');
  // Other types of a name that exists are empty answers.
  if (question.type === TYPE_A) return writeAnswer(question, 'NOERROR', addresses);
  const { ipv6 } = state;
  const has = question.type === TYPE_AAAA && ipv6 !== null;
  return writeAnswer(question, 'NOERROR', has ? addresses.map((address) => twin(address, ipv6)) : []);
}
