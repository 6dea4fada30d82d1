import { dropStun, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "TURN allocations with Telegram's relays are dropped.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropStun(relaysOf('telegram'))],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout', 'stun.filtered'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { telegram: { calls: 'likely-blocked', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
