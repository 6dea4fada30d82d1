import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const BLOCKED = {
  faults: [dropUdp(relaysOf('whatsapp'))],
  truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
} as const;

export default {
  says: 'Two networks in turns, one of which blocks: its spell goes on over every stay on the other, and begins only once.',
  family: 'in-time',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear' }, where: { blocked: {} } } },
    {
      ...BLOCKED,
      rounds: 3,
      expect: {
        services: { whatsapp: { calls: 'likely-blocked' } },
        others: { calls: 'clear' },
        where: { blocked: { 'whatsapp/calls': 'new' } },
      },
    },
    { faults: [], rounds: 1, exit: 'away', expect: { others: { calls: 'clear' }, where: { blocked: {} } } },
    {
      ...BLOCKED,
      rounds: 1,
      expect: { services: { whatsapp: { calls: 'likely-blocked' } }, where: { blocked: { 'whatsapp/calls': 2 } } },
    },
    { faults: [], rounds: 1, exit: 'away', expect: { others: { calls: 'clear' }, where: { blocked: {} } } },
    { faults: [], rounds: 4, expect: { others: { calls: 'clear' }, where: { blocked: {} } } },
  ],
} satisfies Scenario;
