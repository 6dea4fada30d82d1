import { resetTcp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Connections to Jitsi's web host are reset by the nearest router, as fast as this machine itself could refuse them.",
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [resetTcp(webOf('jitsi'))],
      truth: {
        services: { jitsi: { calls: 'blocked', messages: 'blocked', by: ['tcp.reset'], untold: ['chromium'] } },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          jitsi: {
            calls: 'unreachable',
            mechanism: ['tcp.reset', 'unknown'],
            messages: 'likely-blocked',
            messagesMechanism: ['tcp.reset', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
