import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Blocked at home, open elsewhere: what was learned on one network is not held against the other.',
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    {
      faults: [],
      rounds: 1,
      expect: { others: { calls: 'clear' }, where: { operator: 'Maroc Telecom', hints: [] } },
    },
    {
      faults: [dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: { services: { whatsapp: { calls: 'likely-blocked' } }, others: { calls: 'clear' } },
    },
    {
      faults: [],
      rounds: 1,
      exit: 'away',
      expect: {
        network: 'clear',
        others: { calls: 'clear', messages: 'reachable' },
        where: { operator: 'Inwi', hints: [], blocked: {} },
      },
    },
    {
      faults: [dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 1,
      exit: 'away',
      expect: { services: { whatsapp: { calls: 'suspected' } }, others: { calls: 'clear' } },
    },
  ],
} satisfies Scenario;
