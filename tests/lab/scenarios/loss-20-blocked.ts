import { dropUdp, line, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const bad = line({ lossPercent: 20, delayMs: 20 });

export default {
  says: "WhatsApp's relays are shut on a line that loses a fifth of all packets each way: found or not, it is not called clear.",
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [bad, dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 6,
      expect: {
        network: ['some-blocked', 'insufficient'],
        services: { whatsapp: { calls: ['likely-blocked', 'suspected', 'insufficient'], messages: 'reachable' } },
        never: { messages: ['likely-blocked', 'down'] },
      },
    },
  ],
} satisfies Scenario;
