import { OWN_HOSTS, type OwnHost, twins } from '../../addresses.ts';
import { authority, leafFiles } from '../../certificates.ts';
import { must, start } from '../../command.ts';
import { folderOf } from '../../namespaces.ts';
import { whenListening } from './listening.ts';

/** A relay as people set it up for themselves: long-term credentials … */
export const OWN_USER = { username: 'amina', password: 'fenetre-7f:91 &"ouverte==' } as const;
/** … and what Firefox takes for no password at all. */
export const ACCENTED_USER = { username: 'zoe', password: 'fenêtre-7f' } as const;
/** … the secret of time-limited ones … */
export const REST_SECRET = 'c3RlcCBvdXQgb2YgdGhl-rest-secret';
/** … and one on which each user may hold a single allocation, where a call takes two. */
const ONE_EACH = ['--user-quota=1'];

interface Setup {
  readonly signedBy?: 'trusted' | 'untrusted';
  readonly flags: readonly string[];
}

const LONG_TERM = [
  '--lt-cred-mech',
  ...[OWN_USER, ACCENTED_USER].map(({ username, password }) => `--user=${username}:${password}`),
];

const SETUPS = {
  'relay.own.example': { flags: LONG_TERM },
  'rest.own.example': { flags: ['--use-auth-secret', `--static-auth-secret=${REST_SECRET}`] },
  'full.own.example': { flags: [...LONG_TERM, ...ONE_EACH] },
  'untrusted.own.example': { signedBy: 'untrusted', flags: LONG_TERM },
} as const satisfies Partial<Record<OwnHost, Setup>>;

const RELAYS = Object.entries(SETUPS) as readonly [keyof typeof SETUPS, Setup][];
export const RELAY_PORT = 3478;
/** Those of RFC 8656, section 5. */
const RELAYED = { from: 49152, to: 65535 } as const;

/** Each is a coturn of its own: UDP, TCP and TLS on 3478 and, by the kernel's translation, on 443; TLS on 5349 as well. */
export async function startOwnRelays(namespace: string): Promise<void> {
  await Promise.all(RELAYS.map(([host, setup]) => startRelay(namespace, host, setup)));
}

async function startRelay(namespace: string, host: OwnHost, { signedBy = 'trusted', flags }: Setup): Promise<void> {
  const leaf = await leafFiles(await authority(signedBy), { hosts: [host] });
  const addresses = [OWN_HOSTS[host], ...twins(OWN_HOSTS[host])];
  const files = `${folderOf(namespace)}/${host}`;
  const child = start('ip', [
    ...['netns', 'exec', namespace, 'turnserver', '-n', '--no-cli', '--no-software-attribute', '--relay-threads=1'],
    ...addresses.flatMap((address) => [`--listening-ip=${address}`, `--relay-ip=${address}`]),
    ...[`--listening-port=${RELAY_PORT}`, `--min-port=${RELAYED.from}`, `--max-port=${RELAYED.to}`],
    ...['--fingerprint', `--realm=${host}`, ...flags, `--cert=${leaf.certificate}`, `--pkey=${leaf.key}`],
    // Its files would otherwise land in system folders.
    ...[`--userdb=${files}.db`, `--pidfile=${files}.pid`, '--log-file=stdout', '--simple-log'],
  ]);
  child.stdout?.resume();
  child.stderr?.resume();
  await whenListening(namespace, OWN_HOSTS[host], RELAY_PORT);
}

/** Allocations that the relays hold at this moment: a socket each. */
export async function allocations(namespace: string): Promise<number> {
  const sockets = await must('ip', ['netns', 'exec', namespace, 'ss', '-Huan']);
  const own = new Set(RELAYS.map(([host]) => OWN_HOSTS[host] as string));
  return sockets.split('\n').filter((line) => {
    const [, address = '', port] = /\s(\S+):(\d+)\s/.exec(line) ?? [];
    return own.has(address) && Number(port) >= RELAYED.from;
  }).length;
}

/** For the world's kernel. */
export const ownRelayRules = (family: 'ip' | 'ip6'): string => {
  const addresses = RELAYS.flatMap(([host]) => (family === 'ip' ? [OWN_HOSTS[host]] : twins(OWN_HOSTS[host])));
  return `${family} daddr { ${addresses.join(', ')} } meta l4proto { tcp, udp } th dport 443 dnat to :${RELAY_PORT}`;
};
