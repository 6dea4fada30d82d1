import { dropUdp, range } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Everything to Meta's address range is dropped, and Meta's names lead elsewhere: calls alone are blocked.",
  family: 'how',
  services: ['whatsapp', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropUdp(range('157.240.0.0/16', '31.13.0.0/16'))],
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
