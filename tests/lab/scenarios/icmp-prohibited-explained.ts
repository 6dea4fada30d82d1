import { line, rejectIcmp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** Far enough for a refusal on the way to be told from one of this machine. */
const far = line({ delayMs: 30 });

export default {
  says: 'The router answers connections to Jitsi\'s web host with "administratively prohibited": no reset, and no silence either.',
  family: 'how',
  services: ['jitsi', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [far, rejectIcmp(webOf('jitsi'))],
      // Refused all the same: Firefox has one word for a reset and for what a router says.
      truth: {
        services: { jitsi: { calls: 'blocked', messages: 'blocked', by: ['tcp.reset'], untold: ['chromium'] } },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          jitsi: {
            calls: 'unreachable',
            mechanism: ['unknown', 'tcp.reset'],
            messages: 'likely-blocked',
            messagesMechanism: ['unknown', 'tcp.reset'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
