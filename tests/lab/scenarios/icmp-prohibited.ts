import { rejectIcmp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The router answers connections to Threema\'s web host with "administratively prohibited".',
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  phases: [
    {
      faults: [rejectIcmp(webOf('threema'))],
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
