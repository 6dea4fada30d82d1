import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const block = dropUdp(relaysOf('whatsapp'));

export default {
  says: 'A block begins after a long open time: one silent round is a suspicion, and three are a verdict.',
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 4, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [block],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 1,
      expect: {
        network: 'insufficient',
        services: { whatsapp: { calls: 'suspected', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
    {
      faults: [block],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 2,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
