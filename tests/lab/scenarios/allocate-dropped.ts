import { dropStun, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "TURN allocations with WhatsApp's relays are dropped, and STUN bindings beside them are answered.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropStun(relaysOf('whatsapp'), 'Allocate')],
      truth: {
        services: {
          whatsapp: {
            calls: 'blocked',
            by: ['udp.timeout', 'stun.filtered'],
            beyond: 'Another relay host answers bindings, and may have taken the calls over.',
          },
        },
      },
      rounds: 3,
      expect: {
        services: { whatsapp: { messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
