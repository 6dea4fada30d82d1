import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Two public addresses at once, one for some servers and one for others; then Meta's relays fall silent.",
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    {
      faults: [],
      exit: 'by-destination',
      truth: {},
      rounds: 1,
      expect: {
        network: 'clear',
        others: { calls: 'clear', messages: 'reachable' },
        where: { hints: ['several-exits'] },
      },
    },
    {
      faults: [dropUdp(relaysOf('whatsapp'))],
      exit: 'by-destination',
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 4,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'likely-blocked', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
