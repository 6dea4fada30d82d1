import { serviceRecords } from '../../../../core/catalogue/files.ts';
import { urlHost } from '../../faults/targets.ts';
import { addressOf } from '../../world/plan.ts';
import { hostsBeside } from '../hosts.ts';
import { Failure } from './failure.ts';
import { type Finding, failuresIn } from './finding.ts';
import { measureAll, resolve, tcpConnect } from './measure.ts';

/** ts-019: names and TCP connections, no TLS. The STUN server is looked up and not asked. */
const STUN = 'stun.fbsbx.com';
const HOSTS = [STUN, ...hostsBeside('messenger').map(({ url }) => urlHost(url))];

export async function messenger(): Promise<Finding> {
  const results = await measureAll(HOSTS, async (host) => {
    const address = await resolve(host);
    if (!metaAddresses().has(address)) throw new Failure('resolve', 'inconsistent', true);
    if (host !== STUN) (await tcpConnect(address, 443)).destroy();
  });
  return judgeMessenger(results);
}

/** Any failure is one too many. */
export const judgeMessenger = (results: ReadonlyMap<string, Failure | null>): Finding => {
  const failures = failuresIn(results);
  return { anomaly: failures.length > 0, failures };
};

/** The lab's stand-in for OONI's look-up of the network that an address belongs to (AS32934). */
function metaAddresses(): ReadonlySet<string> {
  const own = serviceRecords().filter(({ id }) => ['whatsapp', 'messenger', 'instagram'].includes(id));
  const hosts = own.flatMap(({ id, endpoints }) => [...endpoints, ...hostsBeside(id)].map(({ url }) => urlHost(url)));
  return new Set(hosts.map(addressOf));
}
