import type { Fault, Rule } from './fault.ts';

const NO_ANSWER: Rule = { family: 6, match: 'iifname lan0', action: 'drop' };
const NO_ROUTE: Rule = { family: 6, match: 'iifname lan0', action: 'reject with icmpv6 type no-route' };

const KINDS = {
  working: { says: 'IPv6 beside IPv4', families: 'both', world: { ipv6: 'native' } },
  broken: {
    says: 'IPv6 that swallows every packet',
    families: 'both',
    world: { ipv6: 'native' },
    forward: [NO_ANSWER],
  },
  unreachable: {
    says: 'IPv6 that leads nowhere, and says so',
    families: 'both',
    world: { ipv6: 'native' },
    forward: [NO_ROUTE],
  },
  only: { says: 'IPv6 alone', families: 'ipv6', world: { ipv6: 'native' } },
  'only-nat64': { says: 'IPv6 alone, with DNS64 and NAT64', families: 'ipv6', world: { ipv6: 'nat64' } },
} as const satisfies Record<string, Fault>;

/** The network's IPv6, and the AAAA records of every named host. `only`: hosts that are IPv4 literals are out of reach. */
export const ipv6 = (how: keyof typeof KINDS): Fault => KINDS[how];

/** A filter that forgets IPv6. */
export const overIpv4 = (fault: Fault): Fault => ({
  ...fault,
  says: `${fault.says}, over IPv4 only`,
  ...(fault.forward && { forward: fault.forward.map((rule) => ({ ...rule, family: 4 as const })) }),
  ...(fault.divert && { divert: fault.divert.map((rule) => ({ ...rule, family: 4 as const })) }),
});
