import { resetTcp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Every connection to Threema's web host is reset.",
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  phases: [
    {
      faults: [resetTcp(webOf('threema'))],
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
