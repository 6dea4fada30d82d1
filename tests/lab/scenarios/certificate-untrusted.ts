import { badCertificate, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Somebody answers for Threema's web host, with a certificate that nobody trusts.",
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  phases: [
    {
      faults: [badCertificate(webOf('threema'), 'untrusted')],
      truth: { services: { threema: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          threema: {
            calls: 'unreachable',
            mechanism: 'unknown',
            messages: 'likely-blocked',
            messagesMechanism: 'unknown',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
