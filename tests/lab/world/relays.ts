import { BLOCK_PAGE, RELAY } from '../addresses.ts';
import { authority, leafFiles } from '../certificates.ts';
import { start } from '../command.ts';
import { folderOf } from '../namespaces.ts';
import { addressOf, plan, type RelayEndpoint } from './plan.ts';
import { BLOCK_PAGE_PORTS } from './web.ts';

/** A real user, for tests that place a call through the relay. Anything else is answered with 401. */
export const RELAY_USER = { username: 'lab', credential: 'lab' } as const;
const PORT = 3478;

/**
 * One coturn stands behind every STUN and TURN endpoint: its port takes UDP, TCP and TLS alike, and the world's kernel translates
 * the listed addresses and ports to it, and its answers back.
 */
export async function startRelays(namespace: string): Promise<void> {
  const hosts = new Set(plan().relays.flatMap(({ host, transport }) => (transport === 'tls' ? [host] : [])));
  const leaf = await leafFiles(await authority('trusted'), { hosts: [...hosts].sort() });
  const folder = folderOf(namespace);
  const child = start('ip', [
    ...['netns', 'exec', namespace, 'turnserver', '-n', '--no-cli', '--no-software-attribute', '--relay-threads=1'],
    ...[`--listening-ip=${RELAY}`, `--relay-ip=${RELAY}`, `--listening-port=${PORT}`, '--realm=lab.example'],
    ...['--lt-cred-mech', '--fingerprint', `--user=${RELAY_USER.username}:${RELAY_USER.credential}`],
    ...[`--cert=${leaf.certificate}`, `--pkey=${leaf.key}`],
    // Its files would otherwise land in system folders.
    ...[`--userdb=${folder}/turndb`, `--pidfile=${folder}/pid`, '--log-file=stdout', '--simple-log'],
  ]);
  child.stdout?.resume();
  child.stderr?.resume();
}

/** Rules of the world's own kernel. */
export function worldRules(): string {
  const over = (wanted: 'udp' | 'tcp') =>
    plan().relays.filter(({ transport }) => (transport === 'udp') === (wanted === 'udp'));
  const element = ({ host, port }: RelayEndpoint) => `${addressOf(host)} . ${port}`;
  const elements = (wanted: 'udp' | 'tcp') => [...new Set(over(wanted).map(element))].join(', ');
  return `table ip world {
    chain relays {
      ip daddr . udp dport { ${elements('udp')} } dnat to ${RELAY}:${PORT}
      ip daddr . tcp dport { ${elements('tcp')} } dnat to ${RELAY}:${PORT}
    }
    chain arriving {
      type nat hook prerouting priority dstnat;
      jump relays
      ip daddr ${BLOCK_PAGE} tcp dport 80 redirect to :${BLOCK_PAGE_PORTS.http}
      ip daddr ${BLOCK_PAGE} tcp dport 443 redirect to :${BLOCK_PAGE_PORTS.https}
    }
    # For the proxy, which lives here too.
    chain own {
      type nat hook output priority -100;
      jump relays
    }
  }`;
}
