import { ipv6 } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A network without IPv4, with DNS64 and NAT64, as mobile operators run them: hosts that are IPv4 literals are out of reach.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [ipv6('only-nat64')],
      truth: {},
      rounds: 3,
      expect: {
        services: { meet: { calls: 'clear' }, teams: { calls: 'clear' } },
        others: { messages: 'reachable' },
        never: { calls: ['suspected', 'likely-blocked', 'unreachable', 'down'] },
      },
    },
  ],
} satisfies Scenario;
