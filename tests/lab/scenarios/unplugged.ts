import { unplugged } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The cable is out.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [unplugged()],
      truth: { others: { calls: 'cut-off', messages: 'cut-off' } },
      rounds: 2,
      expect: { network: 'offline', others: { calls: 'insufficient', messages: 'insufficient' } },
    },
    { faults: [], rounds: 1, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
  ],
} satisfies Scenario;
