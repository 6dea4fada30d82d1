import { allOf, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Zoom is out everywhere and says nothing of it: the one outage that looks like a block from here.',
  family: 'not-blocking',
  services: ['zoom', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(allOf('zoom'))],
      truth: {
        services: {
          zoom: {
            calls: 'out',
            messages: 'out',
            beyond: 'Only its own status page could tell an outage from a block here.',
          },
        },
      },
      rounds: 3,
      expect: { services: { zoom: {} }, others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
