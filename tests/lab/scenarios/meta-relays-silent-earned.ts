import { dropUdp, relaysOf } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Meta's relays fall silent on a network where they have answered: calls of WhatsApp and Messenger are blocked, messages are not.",
  family: 'whom',
  services: ['whatsapp', 'messenger', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [dropUdp(relaysOf('whatsapp', 'messenger'))],
      truth: {
        services: {
          whatsapp: { calls: 'blocked', by: ['udp.timeout'] },
          messenger: { calls: 'blocked', by: ['udp.timeout'] },
        },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' },
          messenger: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
