import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { answerTo, ask, type Question } from '../../../../core/stun/ask.ts';
import { TRANSACTION_BYTES } from '../../../../core/stun/message.ts';
import { codeOf, failed, type Heard, heardFrom, type Patience, SILENT } from './heard.ts';

/** STUN and TURN over UDP. What is no answer to this question is passed over: anybody can send a datagram. */
export function askUdp(question: Question, address: string, port: number, patience: Patience): Promise<Heard> {
  const transaction = randomBytes(TRANSACTION_BYTES);
  const request = ask(question, transaction);
  return new Promise((resolve) => {
    const timers: NodeJS.Timeout[] = [];
    // A connected socket hears its peer alone, and the errors that come in its place.
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    let otherwise = SILENT;
    let isOver = false;
    const end = (heard: Heard) => {
      if (isOver) return;
      isOver = true;
      timers.forEach(clearTimeout);
      socket.close();
      resolve(heard);
    };
    socket.on('error', (error) => end(failed(codeOf(error))));
    socket.on('message', (bytes) => {
      const answer = answerTo(question, transaction, bytes);
      if (answer) end(heardFrom(question, answer));
      else otherwise = failed('NOT_STUN');
    });
    socket.on('connect', () => {
      for (const at of patience.sendAt) timers.push(setTimeout(() => socket.send(request), at));
      timers.push(setTimeout(() => end(otherwise), patience.udp));
    });
    socket.connect(port, address);
  });
}
