import { muteServer, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Somebody takes the connections to Jitsi's web host, and says nothing.",
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  phases: [
    {
      faults: [muteServer(webOf('jitsi'))],
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
