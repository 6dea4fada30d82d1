import { dropStun, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "STUN to WhatsApp's relays is known by its magic cookie, and dropped.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropStun(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout', 'stun.filtered'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: { calls: 'likely-blocked', mechanism: ['udp.timeout', 'stun.filtered'], messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
