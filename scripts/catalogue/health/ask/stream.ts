import { randomBytes } from 'node:crypto';
import { connect, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { answerTo, ask } from '../../../../core/stun/ask.ts';
import { firstMessage } from '../../../../core/stun/framing.ts';
import { TRANSACTION_BYTES } from '../../../../core/stun/message.ts';
import { codeOf, failed, type Heard, heardFrom, type Patience, SILENT } from './heard.ts';

/** An answer without credentials is an error of a hundred bytes or so. */
const MOST_BYTES = 4096;

/** @param secureFor the name whose certificate has to be shown; null over bare TCP */
export function askStream(
  address: string,
  port: number,
  secureFor: string | null,
  { stream }: Patience,
): Promise<Heard> {
  const transaction = randomBytes(TRANSACTION_BYTES);
  return new Promise((resolve) => {
    const socket =
      secureFor === null
        ? connect(port, address)
        : connectTls({ host: address, port, ...(!isIP(secureFor) && { servername: secureFor }) });
    let received = Buffer.alloc(0);
    const end = (heard: Heard) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(heard);
    };
    const timer = setTimeout(() => end(SILENT), stream);
    socket.on('error', (error) => end(failed(codeOf(error))));
    socket.on('end', () => end(failed('ENDED')));
    socket.on(secureFor === null ? 'connect' : 'secureConnect', () => socket.write(ask('allocate', transaction)));
    socket.on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      const length = firstMessage(received, MOST_BYTES);
      if (length === 'more') return;
      const answer = length && answerTo('allocate', transaction, received.subarray(0, length));
      end(answer ? heardFrom('allocate', answer) : failed('NOT_STUN'));
    });
  });
}
