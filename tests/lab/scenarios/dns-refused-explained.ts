import { refuseName, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver refuses to look up Jitsi's web host.",
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [refuseName(webOf('jitsi'))],
      truth: { services: { jitsi: { calls: 'blocked', messages: 'blocked', by: ['dns.missing'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          jitsi: {
            calls: 'unreachable',
            mechanism: 'dns.missing',
            messages: 'likely-blocked',
            messagesMechanism: 'dns.missing',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
