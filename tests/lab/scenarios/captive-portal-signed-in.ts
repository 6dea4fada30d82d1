import { captivePortal } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'One has signed in at the portal: what it withheld is held against nobody.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    {
      faults: [captivePortal()],
      truth: { others: { calls: 'cut-off', messages: 'cut-off' } },
      rounds: 2,
      expect: { network: 'sign-in-needed' },
    },
    { faults: [], rounds: 1, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
  ],
} satisfies Scenario;
