import { mkdirSync, writeFileSync } from 'node:fs';
import { must } from '../command.ts';
import { type Namespaces, newNamespaces, removeNamespace } from '../namespaces.ts';

export const HOST = 'relay.example.org';
/** Public ones, because the relay refuses all others: they exist in these namespaces only. */
export const PUBLIC = '11.0.0.1';
export const CLIENT = '12.0.0.2';
const PRIVATE = '10.20.0.1';

/** A server, a client, and a router between them, which translates addresses where the server's own is private. */
export async function connect(own: 'public' | 'private'): Promise<Namespaces> {
  const names = newNamespaces();
  process.on('exit', () => Object.values(names).forEach(removeNamespace));
  const server = own === 'public' ? PUBLIC : PRIVATE;
  const ip = (name: string, line: string) => must('ip', ['-n', name, ...line.split(' ')]);
  for (const name of Object.values(names)) await must('ip', ['netns', 'add', name]);
  for (const [name, address, far] of [
    [names.world, server, 'world'],
    [names.client, CLIENT, 'client'],
  ] as const) {
    const gateway = address.replace(/\d+$/, '254');
    await ip(name, `link add out type veth peer name ${far} netns ${names.router}`);
    await ip(names.router, `address add ${gateway}/24 dev ${far}`);
    await ip(names.router, `link set ${far} up`);
    await ip(name, `address add ${address}/24 dev out`);
    await ip(name, 'link set lo up');
    await ip(name, 'link set out up');
    await ip(name, `route add default via ${gateway}`);
    // Bind-mounted over /etc of what runs there.
    mkdirSync(`/etc/netns/${name}`, { recursive: true });
    writeFileSync(`/etc/netns/${name}/hosts`, `127.0.0.1 localhost\n${PUBLIC} ${HOST}\n`);
    writeFileSync(`/etc/netns/${name}/nsswitch.conf`, 'passwd: files\ngroup: files\nhosts: files\n');
  }
  await must('ip', ['netns', 'exec', names.router, 'sysctl', '-q', '-w', 'net.ipv4.ip_forward=1']);
  if (own === 'private') {
    const rules = `table ip nat {
      chain in { type nat hook prerouting priority dstnat; ip daddr ${PUBLIC} dnat to ${PRIVATE}; }
      chain out { type nat hook postrouting priority srcnat; ip saddr ${PRIVATE} snat to ${PUBLIC}; }
    }`;
    await must('ip', ['netns', 'exec', names.router, 'nft', '-f', '-'], { input: rules });
  }
  return names;
}
