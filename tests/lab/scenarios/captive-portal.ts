import { captivePortal } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "A hotel's network before one has signed in: the portal is named, and nothing is said of services.",
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [captivePortal()],
      truth: { others: { calls: 'cut-off', messages: 'cut-off' } },
      rounds: 2,
      expect: { network: 'sign-in-needed', others: { calls: 'insufficient', messages: 'insufficient' } },
    },
  ],
} satisfies Scenario;
