import { BLOCK_PAGE, IMPOSTOR, NOWHERE } from '../addresses.ts';
import { addressOf } from '../world/plan.ts';
import type { DnsFault } from '../world/state.ts';
import type { Fault } from './fault.ts';
import type { Target } from './targets.ts';

/** What a resolver does to names. `*.example.org` stands for every name below; write those with `names`. */

export const names = (...patterns: string[]): Target => ({ says: patterns.join(', '), hosts: patterns });

const dns = (target: Target, says: string, answer: DnsFault['answer']): Fault => ({
  says: `${target.says}: ${says}`,
  world: { dns: Object.fromEntries(target.hosts.map((name) => [name, { answer }])) },
});

/** By default the forged address is a private one, and a server with a valid certificate answers there. */
export const poisonDns = (target: Target, address: string = IMPOSTOR): Fault =>
  dns(target, `the resolver answers ${address}`, { addresses: [address] });

/** The address of another host, which answers there as itself. */
export const poisonToHost = (target: Target, other: string): Fault => poisonDns(target, addressOf(other));
/** The operator's block page, at a public address. */
export const poisonToBlockPage = (target: Target): Fault => poisonDns(target, BLOCK_PAGE);
/** A public address where nobody answers. */
export const poisonToNowhere = (target: Target): Fault => poisonDns(target, NOWHERE);

export const hideName = (target: Target): Fault => dns(target, 'the resolver knows no such name', 'missing');
export const breakName = (target: Target): Fault => dns(target, 'the resolver fails', 'broken');
export const refuseName = (target: Target): Fault => dns(target, 'the resolver refuses', 'refused');
export const emptyName = (target: Target): Fault => dns(target, 'the resolver answers without an address', 'empty');
export const muteName = (target: Target): Fault => dns(target, 'the resolver does not answer', 'silence');

export const slowDns = (milliseconds: number): Fault => ({
  says: `the resolver takes ${milliseconds} ms longer`,
  world: { dnsDelayMs: milliseconds },
});
