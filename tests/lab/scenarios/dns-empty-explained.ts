import { emptyName, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver answers for Threema's web host, and gives no address.",
  family: 'how',
  services: ['threema', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [emptyName(webOf('threema'))],
      truth: { services: { threema: { calls: 'blocked', messages: 'blocked', by: ['dns.missing'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          threema: {
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
