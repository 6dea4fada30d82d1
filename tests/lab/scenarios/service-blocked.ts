import { allOf, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'All of Telegram is silent, web hosts and relays.',
  family: 'whom',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(allOf('telegram'))],
      truth: { services: { telegram: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { telegram: { calls: 'unreachable', messages: 'likely-blocked', messagesMechanism: 'unknown' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
