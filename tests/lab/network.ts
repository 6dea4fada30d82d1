import {
  AWAY_6,
  BLOCK_PAGE,
  CLIENT,
  CLIENT_6,
  EXITS,
  IMPOSTOR,
  PROXY,
  RELAY,
  RESOLVER,
  ROUTER,
  ROUTER_6,
  ROUTER_TO_WORLD,
  ROUTER_TO_WORLD_6,
  twin,
  twins,
  WORLD_TO_ROUTER,
  WORLD_TO_ROUTER_6,
} from './addresses.ts';
import { must } from './command.ts';
import { CLIENT_DEVICE, joinByLink, type Link, ROUTER_DEVICE } from './link/link.ts';
import { type Namespaces, writeResolver } from './namespaces.ts';
import { plan } from './world/plan.ts';
import { worldRules } from './world/relays.ts';

/**
 * Builds client — link — router — world out of namespaces. The way out ends in the world, which owns exactly the addresses of the
 * plan; packets to any other address vanish there, and none can leave the machine.
 */
export async function buildNetwork(spaces: Namespaces): Promise<Link> {
  const { client, router, world } = spaces;
  for (const name of [client, router, world]) await must('ip', ['netns', 'add', name]);
  for (const name of [client, router, world]) await settle(name);

  const link = await joinByLink(spaces);
  await batch(router, [
    `addr add ${ROUTER}/24 dev ${ROUTER_DEVICE}`,
    `addr add ${ROUTER_6}/64 dev ${ROUTER_DEVICE}`,
    `link set ${ROUTER_DEVICE} up`,
    `link add wan0 type veth peer name eth0 netns ${world}`,
    `addr add ${ROUTER_TO_WORLD}/30 dev wan0`,
    `addr add ${ROUTER_TO_WORLD_6}/126 dev wan0`,
    // Whole packets, as on a wire: offloading would hand the filters and counters many segments at once.
    'link set wan0 up gso_max_segs 1',
  ]);
  await batch(world, [
    `addr add ${WORLD_TO_ROUTER}/30 dev eth0`,
    `addr add ${WORLD_TO_ROUTER_6}/126 dev eth0`,
    'link set eth0 up gso_max_segs 1',
    ...Object.values(EXITS).map((address) => `route add ${address} via ${ROUTER_TO_WORLD}`),
    ...[CLIENT_6, AWAY_6].map((address) => `route add ${address} via ${ROUTER_TO_WORLD_6}`),
    ...[...plan().addresses.values(), RESOLVER, RELAY, BLOCK_PAGE, IMPOSTOR, PROXY.address, PROXY.exit]
      .flatMap((address) => [address, ...twins(address)])
      .concat(twins(WORLD_TO_ROUTER))
      .map((address) => `route add local ${address} dev lo`),
    'route add blackhole default',
    'route add blackhole ::/0',
  ]);
  await batch(router, [`route add default via ${WORLD_TO_ROUTER}`, `route add ::/0 via ${WORLD_TO_ROUTER_6}`]);
  await attach(client, { device: CLIENT_DEVICE, plugged: true, families: 'ipv4' });
  await must('ip', ['netns', 'exec', world, 'nft', '-f', '-'], { input: worldRules() });
  return link;
}

export type Families = 'ipv4' | 'ipv6' | 'both';

/** How the client is connected. */
export interface Attachment {
  readonly device: string;
  readonly plugged: boolean;
  readonly families: Families;
}

/** Connects the client anew. */
export async function attach(client: string, to: Attachment, before = to): Promise<void> {
  const { device, plugged, families } = to;
  const has = { 4: families !== 'ipv6', 6: families !== 'ipv4' };
  await batch(client, [
    `link set ${before.device} down`,
    `addr flush dev ${before.device}`,
    ...(device === before.device ? [] : [`link set ${before.device} name ${device}`]),
  ]);
  writeResolver(client, has[4] ? RESOLVER : twin(RESOLVER));
  if (!plugged) return;
  // Where there is no IPv6 the device has not even a link-local address.
  await set(client, { [`ipv6/conf/${device}/disable_ipv6`]: has[6] ? 0 : 1 });
  await batch(client, [
    `link set ${device} up`,
    ...(has[4] ? [`addr add ${CLIENT}/24 dev ${device}`, `route add default via ${ROUTER}`] : []),
    ...(has[6] ? [`addr add ${CLIENT_6}/64 dev ${device} nodad`, `route add ::/0 via ${ROUTER_6}`] : []),
  ]);
}

const batch = (namespace: string, lines: readonly string[]) =>
  must('ip', ['-n', namespace, '-batch', '-'], { input: `${lines.join('\n')}\n` });

async function settle(namespace: string): Promise<void> {
  await must('ip', ['-n', namespace, 'link', 'set', 'lo', 'up']);
  await set(namespace, {
    'ipv4/ip_forward': 1,
    'ipv4/conf/all/rp_filter': 0,
    'ipv4/conf/default/rp_filter': 0,
    'ipv6/conf/all/forwarding': 1,
    // The world's servers bind to addresses that are routed to them.
    'ipv6/ip_nonlocal_bind': 1,
    // Addresses are usable at once, and nobody on a cable offers others.
    'ipv6/conf/default/accept_dad': 0,
    'ipv6/conf/default/accept_ra': 0,
    // Filters may count the bytes of a flow.
    'netfilter/nf_conntrack_acct': 1,
  });
}

const set = (namespace: string, settings: Readonly<Record<string, number>>) => {
  const writes = Object.entries(settings).map(
    ([name, value]) => `[ ! -e /proc/sys/net/${name} ] || echo ${value} > /proc/sys/net/${name}`,
  );
  return must('ip', ['netns', 'exec', namespace, 'sh', '-ec', writes.join('\n')]);
};
