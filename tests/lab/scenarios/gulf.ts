import { relaysOf, silenceRelays } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'The Gulf: calls of WhatsApp, Messenger, Viber and FaceTime are shut; licensed Botim and what offices use are open.',
  family: 'whom',
  services: ['whatsapp', 'messenger', 'viber', 'facetime', 'botim', 'teams', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { messages: 'reachable' } } },
    {
      faults: [silenceRelays(relaysOf('whatsapp', 'messenger', 'viber'))],
      truth: {
        services: {
          whatsapp: { calls: 'blocked', by: ['udp.timeout'] },
          messenger: { calls: 'blocked', by: ['udp.timeout'] },
          viber: { calls: 'blocked', by: ['udp.timeout'] },
          facetime: { calls: 'blocked', beyond: 'No browser can ask its relays.' },
        },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          facetime: { calls: 'untestable', messages: 'reachable' },
          botim: { calls: 'untestable', messages: 'reachable' },
          teams: { calls: 'clear', messages: 'reachable' },
          meet: { calls: 'clear', messages: 'reachable' },
        },
        others: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
