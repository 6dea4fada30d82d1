import { dropAllUdp } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "A firewall lets no UDP out: that is the network's doing, and no service is accused.",
  family: 'not-blocking',
  services: ['whatsapp', 'messenger', 'telegram', 'meet', 'teams', 'viber'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [dropAllUdp()],
      truth: { services: { meet: { calls: 'poor' }, teams: { calls: 'poor' } }, others: { calls: 'cut-off' } },
      rounds: 3,
      expect: {
        network: 'udp-blocked',
        others: { messages: 'reachable' },
        never: { calls: ['likely-blocked', 'unreachable', 'clear'] },
      },
    },
  ],
} satisfies Scenario;
