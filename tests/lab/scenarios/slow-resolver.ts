import { slowDns } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The resolver takes a second for every name: slow, and open.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [slowDns(1000)],
      rounds: 2,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
