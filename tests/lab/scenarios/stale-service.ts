import { relaysOf, silenceRelays } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "All of Viber's relays have moved since the catalogue was written: they never answered here, and are not held against the network.",
  family: 'not-blocking',
  services: ['viber', 'telegram', 'meet'],
  phases: [
    {
      faults: [silenceRelays(relaysOf('viber'))],
      truth: { services: { viber: { beyond: 'Where it moved to, the catalogue does not say.' } } },
      rounds: 3,
      expect: {
        network: 'insufficient',
        services: { viber: { calls: 'insufficient', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
