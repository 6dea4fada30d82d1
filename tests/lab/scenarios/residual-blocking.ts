import { blameFor, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "A TLS greeting to WhatsApp's web hosts silences their addresses for twenty seconds.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [blameFor(webOf('whatsapp'), 20)],
      truth: { services: { whatsapp: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'unreachable', messages: 'likely-blocked', messagesMechanism: 'unknown' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
