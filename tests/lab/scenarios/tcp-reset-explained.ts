import { line, resetTcp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** Far enough for a refusal on the way to be told from one of this machine. */
const far = line({ delayMs: 30 });

export default {
  says: "Every connection to WhatsApp's web hosts is refused on the way.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    { faults: [far], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [far, resetTcp(webOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', messages: 'blocked', by: ['tcp.reset'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'unreachable', messages: 'likely-blocked', messagesMechanism: 'tcp.reset' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
