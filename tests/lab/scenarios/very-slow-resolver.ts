import { slowDns } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The resolver takes three seconds for every name, on a network where it was quick: nobody is accused.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [slowDns(3000)],
      rounds: 3,
      expect: {
        network: ['clear', 'insufficient'],
        others: { messages: 'reachable' },
        never: { calls: ['likely-blocked', 'suspected', 'unreachable'] },
      },
    },
  ],
} satisfies Scenario;
