import { silenceAfterTls, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "TLS comes up with WhatsApp's web hosts and then nothing passes; nobody may read what the browser says of it.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silenceAfterTls(webOf('whatsapp'))],
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
