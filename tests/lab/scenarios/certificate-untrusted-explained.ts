import { badCertificate, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Somebody answers for Jitsi's web host with a certificate that nobody trusts; it is named.",
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [badCertificate(webOf('jitsi'), 'untrusted')],
      truth: { services: { jitsi: { calls: 'blocked', messages: 'blocked', by: ['tls.certificate'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          jitsi: {
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
