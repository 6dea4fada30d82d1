import { badCertificate, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Somebody answers for the web hosts of Teams with a certificate of another name; it is named.',
  family: 'how',
  services: ['teams', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [badCertificate(webOf('teams'), 'wrong-name')],
      truth: { services: { teams: { calls: 'blocked', messages: 'blocked', by: ['tls.certificate'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          teams: {
            calls: 'unreachable',
            mechanism: 'tls.certificate',
            messages: 'likely-blocked',
            messagesMechanism: 'tls.certificate',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
