import { breakName, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The resolver fails for the web hosts of Teams, and for no other: their names lead nowhere.',
  family: 'how',
  services: ['teams', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [breakName(webOf('teams'))],
      truth: { services: { teams: { calls: 'blocked', messages: 'blocked', by: ['dns.missing'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          teams: {
            calls: 'unreachable',
            mechanism: 'dns.missing',
            messages: 'likely-blocked',
            messagesMechanism: 'dns.missing',
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
