import type { Line } from '../link/link.ts';
import type { Families } from '../network.ts';
import type { WorldState } from '../world/state.ts';

/**
 * One thing that a network does to its traffic. What it is called is what reports print; the other parts say where it is done:
 * in the router's kernel, in the resolver, in the far servers, or on the line.
 */
export interface Fault {
  readonly says: string;
  /** Rules of the router's forward hook; the lab puts a counter between match and action. */
  readonly forward?: readonly Rule[];
  /** Rules that send a packet elsewhere, in the router's prerouting hook. */
  readonly divert?: readonly Rule[];
  readonly world?: Partial<WorldState>;
  readonly line?: Line;
  /** The client's cable is pulled. */
  readonly unplugged?: true;
  /** The client's addresses; IPv4 alone unless said. */
  readonly families?: Families;
  /** The client's way out looks like a tunnel of a VPN. */
  readonly tunnel?: true;
}

export interface Rule {
  /** nftables expression; packets from the client come in by `lan0`. */
  readonly match: string;
  readonly action: string;
  /** Of this family alone. Else it is written for IPv4, and holds for IPv6 as well. */
  readonly family?: 4 | 6;
}
