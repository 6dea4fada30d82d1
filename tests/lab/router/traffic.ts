import { EXITS, RESOLVER, ROUTER, untwin } from '../addresses.ts';
import { must } from '../command.ts';
import { hostAt } from '../world/plan.ts';

/** One way of contact between the client and a host, both directions together. */
export interface Contact {
  /** Name in the catalogue, or what the address is in the lab, or the address itself. */
  readonly host: string;
  readonly address: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly sent: Volume;
  readonly received: Volume;
}

/** Bytes count from the IP header on. */
export interface Volume {
  readonly packets: number;
  readonly bytes: number;
}

interface ListedSet {
  readonly name: string;
  readonly elem?: readonly {
    readonly elem: {
      readonly val: { readonly concat: readonly [string, 'tcp' | 6 | 'udp' | 17, number] };
      readonly counter: Volume;
    };
  }[];
}

const SILENCE: Volume = { packets: 0, bytes: 0 };

/** Whom the client has contacted since the last `forget`, asked or answered; dropped packets count as sent. */
export async function contacts(router: string): Promise<Contact[]> {
  const found = new Map<string, Contact>();
  for (const { name, elem = [] } of await sets(router)) {
    for (const {
      elem: { val, counter },
    } of elem) {
      const [address, protocolWord, port] = val.concat;
      const protocol = protocolWord === 6 || protocolWord === 'tcp' ? 'tcp' : 'udp';
      const key = `${address} ${protocol} ${port}`;
      const contact = found.get(key) ?? {
        host: nameOf(address),
        address,
        protocol,
        port,
        sent: SILENCE,
        received: SILENCE,
      };
      found.set(key, { ...contact, [name === 'asked' ? 'sent' : 'received']: counter });
    }
  }
  return [...found.values()].sort((a, b) => a.host.localeCompare(b.host) || a.port - b.port);
}

export const forgetContacts = (router: string) => {
  const flush = ['ip', 'ip6'].flatMap((family) => ['asked', 'answered'].map((set) => `flush set ${family} lab ${set}`));
  return must('ip', ['netns', 'exec', router, 'nft', flush.join('; ')]);
};

async function sets(router: string): Promise<ListedSet[]> {
  const text = await must('ip', ['netns', 'exec', router, 'nft', '-j', '-n', 'list', 'ruleset']);
  const { nftables } = JSON.parse(text) as { nftables: readonly { readonly set?: ListedSet }[] };
  return nftables.flatMap(({ set }) => set ?? []).filter(({ name }) => name === 'asked' || name === 'answered');
}

const OWN: Readonly<Record<string, string>> = {
  [RESOLVER]: '(resolver)',
  [ROUTER]: '(router)',
  [EXITS.home]: '(own address)',
  [EXITS.away]: '(own address)',
  [EXITS.vpn]: '(own address)',
};
const nameOf = (address: string): string => OWN[untwin(address)] ?? hostAt(address) ?? address;

/** All bytes of these contacts, both ways. */
export const volume = (list: readonly Contact[]): number =>
  list.reduce((sum, { sent, received }) => sum + sent.bytes + received.bytes, 0);
