import { blockPage, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Connections to Jitsi's web host end at the operator's block page.",
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  phases: [
    {
      faults: [blockPage(webOf('jitsi'))],
      truth: { services: { jitsi: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          jitsi: {
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
