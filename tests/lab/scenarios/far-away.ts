import { dropUdp, line, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const satellite = line({ delayMs: 300 });

export default {
  says: 'A satellite line with a round trip of 600 ms: open is open, and a silent relay is still found.',
  family: 'line',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [satellite], rounds: 1, expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [satellite, dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
