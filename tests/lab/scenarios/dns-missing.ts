import { hideName, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver knows no such name for Threema's web host; without permission nothing more than a failure is seen.",
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  phases: [
    {
      faults: [hideName(webOf('threema'))],
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
