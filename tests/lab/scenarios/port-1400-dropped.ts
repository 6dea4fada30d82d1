import { dropPort } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "UDP port 1400, which Telegram's relays have, is shut for everybody.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropPort(1400, 'udp')],
      truth: { services: { telegram: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { telegram: { calls: 'likely-blocked', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
