import { silenceAfterTls, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "TLS comes up with WhatsApp's web hosts, and then nothing passes.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silenceAfterTls(webOf('whatsapp'))],
      // Firefox does not tell a silence after the handshake from one in it.
      truth: {
        services: { whatsapp: { calls: 'blocked', messages: 'blocked', by: ['tls.timeout'], untold: ['chromium'] } },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: { calls: 'unreachable', messages: 'likely-blocked', messagesMechanism: ['unknown', 'tls.timeout'] },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
