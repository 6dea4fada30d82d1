import { setTimeout as sleep } from 'node:timers/promises';
import { CLIENT, OWN_HOSTS } from '../addresses.ts';
import type { Lab } from '../lab.ts';

/** A browser lets go of a relay within moments; over TCP that was cut, the system tells the relay so when it next tries. */
const LIMIT_MS = 30_000;

/**
 * What still runs of a call that is over, one line each: an allocation on a relay, a socket of ICE, a connection to a relay.
 *
 * @param before allocations that were there before the call
 */
export async function leftRunning(lab: Lab, before: number): Promise<string[]> {
  let left = await running(lab, before);
  for (const deadline = Date.now() + LIMIT_MS; left.length > 0 && Date.now() < deadline; await sleep(200))
    left = await running(lab, before);
  return left;
}

async function running(lab: Lab, before: number): Promise<string[]> {
  const held = (await lab.allocations()) - before;
  const { stdout } = await lab.client.run('ss', ['-Huatn']);
  const relays: readonly string[] = Object.values(OWN_HOSTS);
  const sockets = stdout.split('\n').filter((line) => {
    const [kind, state, , , local = '', peer = ''] = line.split(/\s+/);
    if (kind === 'udp') return local.startsWith(`${CLIENT}:`) && !peer.endsWith(':53');
    return state === 'ESTAB' && relays.includes(peer.split(':')[0] ?? '');
  });
  return [
    ...(held > 0 ? [`left running: ${held} allocations on relays`] : []),
    ...sockets.map((line) => `left running: ${line.trim().replace(/\s+/g, ' ')}`),
  ];
}
