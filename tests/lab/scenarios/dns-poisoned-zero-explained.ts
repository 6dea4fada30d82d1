import { poisonDns, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver answers 0.0.0.0 for Threema's web host, as filters in home routers do.",
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [poisonDns(webOf('threema'), '0.0.0.0')],
      truth: {
        services: { threema: { calls: 'blocked', messages: 'blocked', by: ['dns.poisoned'], untold: ['chromium'] } },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          threema: {
            calls: 'unreachable',
            mechanism: ['dns.poisoned', 'unknown'],
            messages: 'likely-blocked',
            messagesMechanism: ['dns.poisoned', 'unknown'],
          },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
