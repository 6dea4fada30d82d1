import { dropUdp, line, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const bad = line({ lossPercent: 5, delayMs: 20 });

export default {
  says: "WhatsApp's relays are shut on a line that loses 5 % of all packets each way: found all the same.",
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [bad, dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 5,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'likely-blocked', messages: 'reachable' } },
        never: { messages: ['likely-blocked', 'down'] },
      },
    },
  ],
} satisfies Scenario;
