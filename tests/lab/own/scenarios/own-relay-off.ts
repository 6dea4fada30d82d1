import { host, silence } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { WITH_SIP } from '../servers.ts';

export default {
  says: 'The relay falls silent, and the SIP server that lives is another machine: the relay may be switched off.',
  server: WITH_SIP,
  steps: [
    { rounds: 1, expect: { own: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(host('relay.own.example'))],
      rounds: 4,
      expect: { own: { messages: 'reachable', never: ['clear', 'likely-blocked', 'unreachable'] } },
    },
  ],
} satisfies OwnScenario;
