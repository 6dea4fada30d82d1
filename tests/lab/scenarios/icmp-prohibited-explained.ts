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
