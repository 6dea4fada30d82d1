import { announceOutage, outage } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'FaceTime is out everywhere, as Apple says, and nobody has given host access: the source is left alone, and the verdict is what it would be without.',
  family: 'not-blocking',
  services: ['facetime', 'telegram', 'zoom'],
  phases: [
    {
      faults: [],
      rounds: 1,
      expect: { services: { facetime: { messages: 'reachable' } }, others: { calls: 'clear' } },
    },
    {
      faults: [outage('facetime'), announceOutage('facetime')],
      truth: {
        services: {
          facetime: { calls: 'out', messages: 'out', beyond: 'Only a source that may not be read here could tell.' },
        },
      },
      rounds: 3,
      expect: {
        services: { facetime: { calls: 'unreachable', messages: 'likely-blocked' } },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['down'], messages: ['down'] },
      },
    },
  ],
} satisfies Scenario;
