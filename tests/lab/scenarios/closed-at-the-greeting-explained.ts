import { closeOnGreeting, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Connections to WhatsApp's web hosts end in order at the TLS greeting, as when somebody injects a FIN.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [closeOnGreeting(webOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', messages: 'blocked', by: ['tls.reset'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: { calls: 'unreachable', messages: 'likely-blocked', messagesMechanism: ['tls.reset', 'unknown'] },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
