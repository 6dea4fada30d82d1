import { addressesOf, CLIENT, EXITS, type Exit } from '../addresses.ts';
import { must } from '../command.ts';
import type { Fault, Rule } from '../faults/fault.ts';

/** The router's kernel: it counts, applies faults, and gives the client its public address. */

const BASE = `table ip lab {
  set asked { type ipv4_addr . inet_proto . inet_service; flags dynamic; counter; size 16384; }
  set answered { type ipv4_addr . inet_proto . inet_service; flags dynamic; counter; size 16384; }
  # Addresses whose packets are dropped for a while: residual blocking.
  set blamed { type ipv4_addr; flags dynamic, timeout; timeout 1m; }
  # What the client meant, before any fault or translation …
  chain outward {
    type filter hook prerouting priority -300;
    iifname lan0 meta l4proto { tcp, udp } update @asked { ip daddr . meta l4proto . th dport counter }
  }
  # … and what it got, after them all.
  chain homeward {
    type filter hook postrouting priority 300;
    oifname lan0 meta l4proto { tcp, udp } update @answered { ip saddr . meta l4proto . th sport counter }
  }
  chain divert { type nat hook prerouting priority dstnat; }
  chain moved { type filter hook forward priority -10; }
  chain faults { type filter hook forward priority 0; }
  chain leaving { type nat hook postrouting priority srcnat; }
}`;

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
    await this.#nft(BASE);
    await this.leaveBy(exit);
  }

  /** Replaces the faults in one step; counters start anew. */
  async apply(faults: readonly Fault[]): Promise<void> {
    const chain = (name: 'faults' | 'divert', rules: (fault: Fault) => readonly Rule[] | undefined) =>
      faults.flatMap((fault, index) =>
        (rules(fault) ?? []).map(
          ({ match, action }) => `add rule ip lab ${name} ${match} counter ${action} comment "${index}"`,
        ),
      );
    await this.#nft(
      [
        'flush chain ip lab faults',
        'flush chain ip lab divert',
        'flush set ip lab blamed',
        ...chain('faults', ({ forward }) => forward),
        ...chain('divert', ({ divert }) => divert),
        '',
      ].join('\n'),
    );
  }

  /** Hits of each fault, in the order in which they were applied. */
  async hits(faults: readonly Fault[]): Promise<Hits[]> {
    const text = await must('ip', ['netns', 'exec', this.#namespace, 'nft', '-j', 'list', 'table', 'ip', 'lab']);
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
    const old = `iifname lan0 ct state established ct reply ip daddr != { ${addressesOf(exit).join(', ')}, ${CLIENT} }`;
    await this.#nft(
      [
        'flush chain ip lab leaving',
        'flush chain ip lab moved',
        ...translations(exit).map((rule) => `add rule ip lab leaving oifname wan0 ${rule}`),
        `add rule ip lab moved ${old} meta l4proto tcp reject with tcp reset`,
        `add rule ip lab moved ${old} drop`,
        '',
      ].join('\n'),
    );
  }
}

function translations(exit: Exit): string[] {
  const { home, away } = EXITS;
  switch (exit) {
    case 'untranslated':
      return [];
    case 'by-destination':
      return [`snat to jhash ip daddr mod 2 map { 0 : ${home}, 1 : ${away} }`];
    case 'by-protocol':
      return [`meta l4proto udp snat to ${away}`, `snat to ${home}`];
    default:
      return [`snat to ${EXITS[exit]}`];
  }
}

const NONE: Hits = { packets: 0, bytes: 0 };
