import {
  BLOCK_PAGE,
  CLIENT,
  EXITS,
  IMPOSTOR,
  PROXY,
  RELAY,
  RESOLVER,
  ROUTER,
  ROUTER_TO_WORLD,
  WORLD_TO_ROUTER,
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
  writeResolver(client, RESOLVER);
  for (const name of [client, router, world]) await settle(name);

  const link = await joinByLink(spaces);
  await batch(client, [`addr add ${CLIENT}/24 dev ${CLIENT_DEVICE}`, `link set ${CLIENT_DEVICE} up`]);
  await batch(router, [
    `addr add ${ROUTER}/24 dev ${ROUTER_DEVICE}`,
    `link set ${ROUTER_DEVICE} up`,
    `link add wan0 type veth peer name eth0 netns ${world}`,
    `addr add ${ROUTER_TO_WORLD}/30 dev wan0`,
    // Whole packets, as on a wire: offloading would hand the filters and counters many segments at once.
    'link set wan0 up gso_max_segs 1',
  ]);
  await batch(world, [
    `addr add ${WORLD_TO_ROUTER}/30 dev eth0`,
    'link set eth0 up gso_max_segs 1',
    ...Object.values(EXITS).map((address) => `route add ${address} via ${ROUTER_TO_WORLD}`),
    ...[...plan().addresses.values(), RESOLVER, RELAY, BLOCK_PAGE, IMPOSTOR, PROXY.address].map(
      (address) => `route add local ${address} dev lo`,
    ),
    'route add blackhole default',
  ]);
  await batch(router, [`route add default via ${WORLD_TO_ROUTER}`]);
  await wayOut(client);
  await must('ip', ['netns', 'exec', world, 'nft', '-f', '-'], { input: worldRules() });
  return link;
}

/** The client's default route; it goes when the cable is pulled. */
export const wayOut = (client: string) => batch(client, [`route replace default via ${ROUTER}`]);

const batch = (namespace: string, lines: readonly string[]) =>
  must('ip', ['-n', namespace, '-batch', '-'], { input: `${lines.join('\n')}\n` });

/** IPv4 only: without this every interface would bring its own link-local IPv6 address. */
async function settle(namespace: string): Promise<void> {
  const settings = {
    'ipv6/conf/all/disable_ipv6': 1,
    'ipv6/conf/default/disable_ipv6': 1,
    'ipv4/ip_forward': 1,
    // Filters may count the bytes of a flow.
    'netfilter/nf_conntrack_acct': 1,
    'ipv4/conf/all/rp_filter': 0,
    'ipv4/conf/default/rp_filter': 0,
  };
  const writes = Object.entries(settings).map(
    ([name, value]) => `[ ! -e /proc/sys/net/${name} ] || echo ${value} > /proc/sys/net/${name}`,
  );
  await must('ip', ['netns', 'exec', namespace, 'sh', '-ec', ['ip link set lo up', ...writes].join('\n')]);
}
