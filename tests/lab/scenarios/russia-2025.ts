import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'Russia, August 2025: calls of WhatsApp and Telegram are shut and messages pass; MAX, which is to replace them, is open.',
  family: 'whom',
  services: ['whatsapp', 'telegram', 'max', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropUdp(relaysOf('whatsapp', 'telegram'))],
      truth: {
        services: {
          whatsapp: { calls: 'blocked', by: ['udp.timeout'] },
          telegram: { calls: 'blocked', by: ['udp.timeout'] },
        },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          max: { calls: 'clear', messages: 'reachable' },
          meet: { calls: 'clear', messages: 'reachable' },
        },
        others: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
