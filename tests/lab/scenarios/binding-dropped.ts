import { dropStun, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "STUN bindings to WhatsApp's servers are dropped, and its TURN relays answer.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropStun(relaysOf('whatsapp'), 'Binding')],
      truth: {},
      rounds: 3,
      expect: {
        network: ['clear', 'impaired'],
        services: { whatsapp: { calls: ['clear', 'impaired'], messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
