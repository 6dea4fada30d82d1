import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Calls come back overnight: one answer is not yet believed, the second is.',
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' } } },
    {
      faults: [dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: { services: { whatsapp: { calls: 'likely-blocked' } }, others: { calls: 'clear' } },
    },
    {
      faults: [],
      rounds: 1,
      expect: { services: { whatsapp: { calls: 'insufficient' } }, others: { calls: 'clear' } },
    },
    { faults: [], rounds: 1, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
  ],
} satisfies Scenario;
