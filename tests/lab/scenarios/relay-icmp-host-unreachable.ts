import { rejectIcmp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The router answers packets to Viber\'s relays with "host unreachable".',
  family: 'how',
  services: ['viber', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [rejectIcmp(relaysOf('viber'), 'host-unreachable')],
      truth: { services: { viber: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { viber: { calls: 'likely-blocked', mechanism: ['udp.timeout', 'unknown'], messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
