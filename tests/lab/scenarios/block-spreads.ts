import { allOf, dropUdp, relaysOf, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'First the calls of Telegram are shut, then its messages too.',
  family: 'in-time',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropUdp(relaysOf('telegram'))],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        services: { telegram: { calls: 'likely-blocked', messages: 'reachable' } },
        others: { calls: 'clear' },
      },
    },
    {
      faults: [silence(allOf('telegram'))],
      truth: { services: { telegram: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { telegram: { calls: 'unreachable', messages: 'likely-blocked' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
