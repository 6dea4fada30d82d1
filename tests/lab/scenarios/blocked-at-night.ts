import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const night = dropUdp(relaysOf('whatsapp'));

export default {
  says: 'Calls are shut every night and open every day: each change is seen anew.',
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [night],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: { services: { whatsapp: { calls: 'likely-blocked' } }, others: { calls: 'clear' } },
    },
    { faults: [], rounds: 2, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [night],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
