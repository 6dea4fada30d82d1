import { impostorStun, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Somebody else answers for WhatsApp's relays that the request was bad.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [impostorStun(relaysOf('whatsapp'), 400)],
      truth: {
        services: {
          whatsapp: { calls: 'blocked', beyond: 'An error from a relay and one in its name look the same.' },
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
