import { announceOutage, outage } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Zoom is out everywhere, and its status page says so: an outage, and no block.',
  family: 'not-blocking',
  services: ['zoom', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [outage('zoom'), announceOutage('zoom')],
      truth: { services: { zoom: { calls: 'out', messages: 'out' } } },
      rounds: 3,
      expect: {
        services: { zoom: { calls: 'down', messages: 'down' } },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['likely-blocked', 'unreachable'], messages: ['likely-blocked'] },
      },
    },
  ],
} satisfies Scenario;
