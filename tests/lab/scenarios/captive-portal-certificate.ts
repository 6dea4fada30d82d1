import { captivePortal } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'A portal that answers for every secure site as well, with a certificate that nobody trusts.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [captivePortal('untrusted')],
      truth: { others: { calls: 'cut-off', messages: 'cut-off' } },
      rounds: 2,
      expect: { network: 'sign-in-needed', others: { calls: 'insufficient', messages: 'insufficient' } },
    },
  ],
} satisfies Scenario;
