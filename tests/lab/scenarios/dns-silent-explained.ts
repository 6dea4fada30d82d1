import { muteName, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Questions for the names of the web hosts of Teams are swallowed: no connection was ever tried.',
  family: 'how',
  services: ['teams', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [muteName(webOf('teams'))],
      truth: { services: { teams: { calls: 'blocked', messages: 'blocked', by: ['dns.missing'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          teams: {
            calls: 'unreachable',
            mechanism: ['dns.missing', 'unknown'],
            messages: 'likely-blocked',
            messagesMechanism: ['dns.missing', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
