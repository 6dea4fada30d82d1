import { relaysOf, silenceRelays } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Morocco, November 2016: all calls come back in one night.',
  family: 'in-time',
  services: ['whatsapp', 'viber', 'messenger', 'telegram'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silenceRelays(relaysOf('whatsapp', 'viber', 'messenger'))],
      truth: { services: { telegram: {} }, others: { calls: 'blocked', by: ['udp.timeout'] } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { telegram: { calls: 'clear', messages: 'reachable' } },
        others: { calls: 'likely-blocked', messages: 'reachable' },
      },
    },
    { faults: [], rounds: 2, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
  ],
} satisfies Scenario;
