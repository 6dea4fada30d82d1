import { BLOCK_PAGE, RELAY, twin, twins } from '../addresses.ts';
import { authority, leafFiles } from '../certificates.ts';
import { start } from '../command.ts';
import { folderOf } from '../namespaces.ts';
import { ownRelayRules } from './own/relays.ts';
import { homeRules } from './own/servers.ts';
import { addressOf, plan } from './plan.ts';
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
    ...[RELAY, twin(RELAY)].flatMap((address) => [`--listening-ip=${address}`, `--relay-ip=${address}`]),
    ...[`--listening-port=${PORT}`, '--realm=lab.example'],
    ...['--lt-cred-mech', '--fingerprint', `--user=${RELAY_USER.username}:${RELAY_USER.credential}`],
    ...[`--cert=${leaf.certificate}`, `--pkey=${leaf.key}`],
    // Its files would otherwise land in system folders.
    ...[`--userdb=${folder}/turndb`, `--pidfile=${folder}/pid`, '--log-file=stdout', '--simple-log'],
  ]);
  child.stdout?.resume();
  child.stderr?.resume();
}

/** Rules of the world's own kernel. */
export const worldRules = (): string => `${rules('ip')}\n${rules('ip6')}`;

function rules(family: 'ip' | 'ip6'): string {
  const own = (address: string) => (family === 'ip' ? [address] : twins(address));
  const relay = family === 'ip' ? RELAY : `[${twin(RELAY)}]`;
  const elements = (wanted: 'udp' | 'tcp') => {
    const over = plan().relays.filter(({ transport }) => (transport === 'udp') === (wanted === 'udp'));
    const all = over.flatMap(({ host, port }) => own(addressOf(host)).map((address) => `${address} . ${port}`));
    return [...new Set(all)].join(', ');
  };
  const blockPage = own(BLOCK_PAGE).join(', ');
  return `table ${family} world {
    chain relays {
      ${family} daddr . udp dport { ${elements('udp')} } dnat to ${relay}:${PORT}
      ${family} daddr . tcp dport { ${elements('tcp')} } dnat to ${relay}:${PORT}
    }
    chain arriving {
      type nat hook prerouting priority dstnat;
      jump relays
      ${ownRelayRules(family)}
      ${homeRules(family)}
      ${family} daddr { ${blockPage} } tcp dport 80 redirect to :${BLOCK_PAGE_PORTS.http}
      ${family} daddr { ${blockPage} } tcp dport 443 redirect to :${BLOCK_PAGE_PORTS.https}
    }
    # For the proxy, which lives here too.
    chain own {
      type nat hook output priority -100;
      jump relays
    }
  }`;
}
