import { answerStatus, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The web hosts of WhatsApp refuse what a check asks for: many healthy servers do, and they were reached.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [answerStatus(webOf('whatsapp'), 403)],
      rounds: 2,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
