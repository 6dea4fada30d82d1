import { rejectIcmp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The router answers packets to WhatsApp\'s relays with "administratively prohibited".',
  family: 'how',
  services: ['whatsapp', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [rejectIcmp(relaysOf('whatsapp'), 'admin-prohibited')],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: { calls: 'likely-blocked', mechanism: ['udp.timeout', 'unknown'], messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
