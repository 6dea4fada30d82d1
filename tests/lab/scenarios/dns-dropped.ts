import { dropDns } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'No question for a name is answered: some relays can still be asked by their address, and nobody is accused or praised.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropDns()],
      truth: { others: { calls: 'cut-off', messages: 'cut-off' } },
      rounds: 2,
      expect: {
        network: ['insufficient', 'offline'],
        others: { calls: 'insufficient', messages: 'insufficient' },
      },
    },
  ],
} satisfies Scenario;
