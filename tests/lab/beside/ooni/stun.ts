import { createSocket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from '../../self-check/stun.ts';
import { OONI_STUN_SERVERS } from '../hosts.ts';
import { resolve } from './measure.ts';

/** As pion/stun asks: seven repetitions, each 300 ms later than the one before. */
const RTO_MS = 300;
const ATTEMPTS = 8;

/** ts-025: one server after the other. Returns how many answered. */
export async function stunReachability(): Promise<{ asked: number; answered: number }> {
  let answered = 0;
  for (const host of OONI_STUN_SERVERS) if (await answers(host).catch(() => false)) answered++;
  return { asked: OONI_STUN_SERVERS.length, answered };
}

async function answers(host: string): Promise<boolean> {
  const address = await resolve(host);
  const question = request('binding');
  const socket = createSocket('udp4').on('error', () => {});
  let answered = false;
  socket.on('message', (message) => {
    answered ||= question.read(message)?.startsWith('srflx') ?? false;
  });
  for (let attempt = 1; attempt <= ATTEMPTS && !answered; attempt++) {
    socket.send(question.message, 3478, address, () => {});
    for (let waited = 0; waited < attempt * RTO_MS && !answered; waited += 10) await sleep(10);
  }
  socket.close();
  return answered;
}
