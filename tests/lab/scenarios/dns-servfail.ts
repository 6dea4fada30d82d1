import { breakName, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver fails for Jitsi's web host, and for no other.",
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  phases: [
    {
      faults: [breakName(webOf('jitsi'))],
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
