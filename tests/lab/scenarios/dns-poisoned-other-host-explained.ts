import { poisonToHost, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver answers with another site's address, which shows that site's certificate.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [poisonToHost(webOf('whatsapp'), 'zoom.us')],
      truth: {
        services: { whatsapp: { calls: 'blocked', messages: 'blocked', by: ['dns.poisoned', 'tls.certificate'] } },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: {
            calls: 'unreachable',
            messages: 'likely-blocked',
            messagesMechanism: ['dns.poisoned', 'tls.certificate', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
