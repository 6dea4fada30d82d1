import { relaysOf, silenceRelays } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

/** Google's STUN server is one of the controls and one of Meet's: it falls silent too. */
const SERVICES = ['whatsapp', 'messenger', 'telegram', 'meet', 'teams', 'viber', 'zoom'];

export default {
  says: 'Every relay is silent over UDP, TCP and TLS, and messages get through: calls are blocked here.',
  family: 'whom',
  services: SERVICES,
  phases: [
    { faults: [], rounds: 1, expect: { network: 'clear' } },
    {
      faults: [silenceRelays(relaysOf(...SERVICES, 'signal'))],
      truth: { others: { calls: 'blocked', by: ['udp.timeout'] } },
      rounds: 6,
      expect: {
        network: 'calls-blocked',
        others: { calls: 'likely-blocked', mechanism: 'udp.timeout', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
