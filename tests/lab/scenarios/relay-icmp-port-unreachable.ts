import { rejectIcmp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The router answers packets to Telegram\'s relays with "port unreachable".',
  family: 'how',
  services: ['telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [rejectIcmp(relaysOf('telegram'), 'port-unreachable')],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          telegram: { calls: 'likely-blocked', mechanism: ['udp.timeout', 'unknown'], messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
