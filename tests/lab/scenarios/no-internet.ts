import { noInternet } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The router has no way out and says nothing.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [noInternet()],
      truth: { others: { calls: 'cut-off', messages: 'cut-off' } },
      rounds: 2,
      expect: { network: 'offline', others: { calls: 'insufficient', messages: 'insufficient' } },
    },
  ],
} satisfies Scenario;
