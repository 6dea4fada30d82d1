import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Meta's relays fall silent between the first round of a check and the second.",
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [],
      during: [{ afterMs: 4000, faults: [dropUdp(relaysOf('whatsapp'))] }],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 4,
      spacing: 5,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'likely-blocked', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
