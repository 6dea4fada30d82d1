import { redirectLoop, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "WhatsApp's web hosts send everybody in circles.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [redirectLoop(webOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'unreachable', messages: 'likely-blocked' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
