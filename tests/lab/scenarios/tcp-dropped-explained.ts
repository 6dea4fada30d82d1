import { dropTcp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Connections to the web hosts of Teams are never answered; Chromium does not tell at which stage it waits.',
  family: 'how',
  services: ['teams', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [dropTcp(webOf('teams'))],
      truth: { services: { teams: { calls: 'blocked', messages: 'blocked', by: ['tcp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          teams: {
            calls: 'unreachable',
            mechanism: ['tcp.timeout', 'unknown'],
            messages: 'likely-blocked',
            messagesMechanism: ['tcp.timeout', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
