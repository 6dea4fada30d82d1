import { line, rejectIcmp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** Far enough for a refusal on the way to be told from one of this machine. */
const far = line({ delayMs: 30 });

export default {
  says: 'The router answers connections to the web hosts of Teams with "host unreachable": no reset, and no silence either.',
  family: 'how',
  services: ['teams', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [far, rejectIcmp(webOf('teams'), 'host-unreachable')],
      // Refused all the same: Firefox has one word for a reset and for what a router says.
      truth: {
        services: { teams: { calls: 'blocked', messages: 'blocked', by: ['tcp.reset'], untold: ['chromium'] } },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          teams: {
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
