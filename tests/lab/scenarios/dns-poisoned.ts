import { badCertificate, poisonDns, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver answers with a private address for WhatsApp's web hosts, where a server without a valid certificate answers.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [poisonDns(webOf('whatsapp')), badCertificate(webOf('whatsapp'), 'untrusted')],
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
