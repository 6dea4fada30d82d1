import { dropSni, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "TLS greetings to Jitsi's web host are dropped, after the connection has come up.",
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  phases: [
    {
      faults: [dropSni(webOf('jitsi'))],
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
