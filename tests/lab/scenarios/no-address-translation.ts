import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "A campus where every device has a public address: Chromium hides what STUN servers answer there. Then Meta's relays fall silent.",
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    {
      faults: [],
      rounds: 1,
      exit: 'untranslated',
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
    {
      faults: [dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      exit: 'untranslated',
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
