import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Packets to Session's relays are dropped; its own source names them, so that no earlier answer is needed.",
  family: 'how',
  services: ['session', 'telegram', 'meet'],
  phases: [
    {
      faults: [dropUdp(relaysOf('session'))],
      truth: { services: { session: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { session: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
