import { announceOutage, outage } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "FaceTime is out everywhere, as Apple's system status says to whoever may read it: an outage, and no block.",
  family: 'not-blocking',
  services: ['facetime', 'telegram', 'zoom'],
  explained: true,
  phases: [
    {
      faults: [],
      rounds: 1,
      expect: { services: { facetime: { messages: 'reachable' } }, others: { messages: 'reachable' } },
    },
    {
      faults: [outage('facetime'), announceOutage('facetime')],
      truth: { services: { facetime: { calls: 'out', messages: 'out' } } },
      rounds: 3,
      expect: {
        services: { facetime: { calls: 'down', messages: 'down' } },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['likely-blocked', 'unreachable'], messages: ['likely-blocked'] },
      },
    },
  ],
} satisfies Scenario;
