import { announceOutage } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Zoom's status page speaks of an outage that is none here: what answers is not down.",
  family: 'not-blocking',
  services: ['zoom', 'telegram', 'meet'],
  phases: [
    {
      faults: [announceOutage('zoom')],
      rounds: 2,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
