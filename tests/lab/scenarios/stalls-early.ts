import { stallTcp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Connections to WhatsApp's web hosts stall after two kilobytes, in the middle of the TLS handshake.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [stallTcp(webOf('whatsapp'), 2000)],
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
