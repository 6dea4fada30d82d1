import { badCertificate, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Somebody answers for Threema's web host with a certificate that has expired; it is named.",
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [badCertificate(webOf('threema'), 'expired')],
      truth: { services: { threema: { calls: 'blocked', messages: 'blocked', by: ['tls.certificate'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          threema: {
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
