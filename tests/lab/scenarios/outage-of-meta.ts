import { announceOutage, outage } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const META = ['whatsapp', 'messenger', 'instagram'] as const;

export default {
  says: 'Meta is out everywhere, and tells of high disruptions of its interfaces for businesses: an outage, and no block.',
  family: 'not-blocking',
  services: [...META, 'telegram'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { messages: 'reachable' } } },
    {
      faults: META.flatMap((id) => [outage(id), announceOutage(id)]),
      truth: { services: Object.fromEntries(META.map((id) => [id, { calls: 'out', messages: 'out' }])) },
      rounds: 3,
      expect: {
        services: Object.fromEntries(META.map((id) => [id, { calls: 'down', messages: 'down' }])),
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
