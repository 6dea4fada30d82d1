import { poisonDns, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver answers with a private address for WhatsApp's web hosts, and a server with a certificate that this machine trusts answers there.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [poisonDns(webOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', messages: 'blocked', by: ['dns.poisoned'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: {
            calls: 'unreachable',
            mechanism: 'dns.poisoned',
            messages: 'likely-blocked',
            messagesMechanism: 'dns.poisoned',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
