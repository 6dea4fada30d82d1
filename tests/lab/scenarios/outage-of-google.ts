import { announceOutage, outage } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Meet is out everywhere, as Google's dashboard says: an outage, and no block.",
  family: 'not-blocking',
  services: ['meet', 'telegram', 'whatsapp'],
  phases: [
    {
      faults: [outage('meet'), announceOutage('meet')],
      truth: { services: { meet: { calls: 'out', messages: 'out' } } },
      rounds: 3,
      expect: {
        services: { meet: { calls: 'down', messages: 'down' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
