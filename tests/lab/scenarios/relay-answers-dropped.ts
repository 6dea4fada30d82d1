import { dropUdpAnswers, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Questions reach Telegram's relays, and the answers are dropped.",
  family: 'how',
  services: ['telegram', 'whatsapp', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropUdpAnswers(relaysOf('telegram'))],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { telegram: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
