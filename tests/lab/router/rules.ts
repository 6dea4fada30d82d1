import { AWAY_6, addressesOf, CLIENT, CLIENT_6, EXITS, type Exit } from '../addresses.ts';
import { must } from '../command.ts';
import type { Fault, Rule } from '../faults/fault.ts';
import { toIpv6 } from './twin-rules.ts';

/** The router's kernel: it counts, applies faults, and gives the client its public address. */

const base = (family: Family) => `table ${family} lab {
  set asked { type ${TYPES[family]} . inet_proto . inet_service; flags dynamic; counter; size 16384; }
  set answered { type ${TYPES[family]} . inet_proto . inet_service; flags dynamic; counter; size 16384; }
  # Addresses whose packets are dropped for a while: residual blocking.
  set blamed { type ${TYPES[family]}; flags dynamic, timeout; timeout 1m; }
  # Calls whose first sound has passed, and those whose sound passes still.
  set begun { type ${TYPES[family]} . inet_service; flags dynamic, timeout; timeout 1h; }
  set audible { type ${TYPES[family]} . inet_service; flags dynamic, timeout; timeout 1h; }
  # What the client meant, before any fault or translation …
  chain outward {
    type filter hook prerouting priority -300;
    iifname lan0 meta l4proto { tcp, udp } update @asked { ${family} daddr . meta l4proto . th dport counter }
  }
  # … and what it got, after them all.
  chain homeward {
    type filter hook postrouting priority 300;
    oifname lan0 meta l4proto { tcp, udp } update @answered { ${family} saddr . meta l4proto . th sport counter }
  }
  chain divert { type nat hook prerouting priority dstnat; }
  chain moved { type filter hook forward priority -10; }
  chain faults { type filter hook forward priority 0; }
  chain leaving { type nat hook postrouting priority srcnat; }
}`;

const TYPES = { ip: 'ipv4_addr', ip6: 'ipv6_addr' } as const;
type Family = keyof typeof TYPES;
const FAMILIES: readonly Family[] = ['ip', 'ip6'];

/** Times a rule of the fault was hit. */
export interface Hits {
  readonly packets: number;
  readonly bytes: number;
}

interface ListedRule {
  readonly comment?: string;
  readonly expr?: readonly { readonly counter?: Hits }[];
}

export class RouterRules {
  readonly #namespace: string;

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  readonly #nft = (input: string) => must('ip', ['netns', 'exec', this.#namespace, 'nft', '-f', '-'], { input });

  async install(exit: Exit): Promise<void> {
    await this.#nft(FAMILIES.map(base).join('\n'));
    await this.leaveBy(exit);
  }

  /** Replaces the faults in one step; counters start anew. */
  async apply(faults: readonly Fault[]): Promise<void> {
    const chain = (family: Family, name: 'faults' | 'divert', rules: (fault: Fault) => readonly Rule[] | undefined) =>
      faults.flatMap((fault, index) =>
        (rules(fault) ?? [])
          .flatMap((rule) => inFamily(rule, family))
          .map(({ match, action }) => `add rule ${family} lab ${name} ${match} counter ${action} comment "${index}"`),
      );
    await this.#nft(
      FAMILIES.flatMap((family) => [
        `flush chain ${family} lab faults`,
        `flush chain ${family} lab divert`,
        ...['blamed', 'begun', 'audible'].map((set) => `flush set ${family} lab ${set}`),
        ...chain(family, 'faults', ({ forward }) => forward),
        ...chain(family, 'divert', ({ divert }) => divert),
        '',
      ]).join('\n'),
    );
  }

  /** Hits of each fault, in the order in which they were applied. */
  async hits(faults: readonly Fault[]): Promise<Hits[]> {
    const text = await must('ip', ['netns', 'exec', this.#namespace, 'nft', '-j', 'list', 'ruleset']);
    const { nftables } = JSON.parse(text) as { nftables: readonly { readonly rule?: ListedRule }[] };
    return faults.map((_, index) => {
      const counters = nftables
        .filter(({ rule }) => rule?.comment === String(index))
        .flatMap(({ rule }) => rule?.expr ?? [])
        .flatMap(({ counter }) => counter ?? []);
      return counters.reduce(
        (sum, { packets, bytes }) => ({ packets: sum.packets + packets, bytes: sum.bytes + bytes }),
        NONE,
      );
    });
  }

  /** Another public address, as after a move to another network: connections of the old one are cut. */
  async leaveBy(exit: Exit): Promise<void> {
    const addresses = { ip: [...addressesOf(exit), CLIENT], ip6: [exit === 'away' ? AWAY_6 : CLIENT_6] };
    const rules = { ip: translations(exit), ip6: exit === 'away' ? [`snat to ${AWAY_6}`] : [] };
    const move = (family: Family) => {
      const old = `iifname lan0 ct state established ct reply ${family} daddr != { ${addresses[family].join(', ')} }`;
      return [
        `flush chain ${family} lab leaving`,
        `flush chain ${family} lab moved`,
        ...rules[family].map((rule) => `add rule ${family} lab leaving oifname wan0 ${rule}`),
        `add rule ${family} lab moved ${old} meta l4proto tcp reject with tcp reset`,
        `add rule ${family} lab moved ${old} drop`,
        '',
      ];
    };
    await this.#nft(FAMILIES.flatMap(move).join('\n'));
  }
}

/** The rule as it reads in that family; nothing where it is not of that family. */
function inFamily(rule: Rule, family: Family): Rule[] {
  const own = family === 'ip' ? 4 : 6;
  if (rule.family !== undefined) return rule.family === own ? [rule] : [];
  return [own === 4 ? rule : toIpv6(rule)];
}

function translations(exit: Exit): string[] {
  const { home, away } = EXITS;
  switch (exit) {
    case 'untranslated':
      return [];
    case 'by-destination':
      // By a bit of the address in which the STUN controls differ: a hash has a seed of its own each time, and now and then all fall on one side.
      return [`snat to ip daddr & 0.0.0.2 map { 0.0.0.0 : ${home}, 0.0.0.2 : ${away} }`];
    case 'by-protocol':
      return [`meta l4proto udp snat to ${away}`, `snat to ${home}`];
    default:
      return [`snat to ${EXITS[exit]}`];
  }
}

const NONE: Hits = { packets: 0, bytes: 0 };
