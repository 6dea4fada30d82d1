import { dropUdp, relaysOf, slowDns } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "The resolver takes a second for every name, and WhatsApp's relays are shut: found all the same.",
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [slowDns(1000)], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [slowDns(1000), dropUdp(relaysOf('whatsapp'))],
      truth: { services: { whatsapp: { calls: 'blocked', by: ['udp.timeout'] } } },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: { whatsapp: { calls: 'likely-blocked', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
