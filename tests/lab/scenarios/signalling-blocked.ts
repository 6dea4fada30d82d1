import { dropTcp, webOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Viber's web hosts are silent and its relay is not: without signalling there is no call either.",
  family: 'whom',
  services: ['viber', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropTcp(webOf('viber'))],
      truth: { services: { viber: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { viber: { calls: 'unreachable', messages: 'likely-blocked' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
