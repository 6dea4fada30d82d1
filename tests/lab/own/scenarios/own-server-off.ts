import { host, silence } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { WITH_SIP } from '../servers.ts';

export default {
  says: 'A server that used to answer is switched off, as a small machine at home may be: nobody can tell that from a block.',
  server: WITH_SIP,
  steps: [
    { rounds: 2, expect: { own: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(host('relay.own.example', 'sip.own.example'))],
      rounds: 4,
      expect: { own: { never: ['clear', 'reachable', 'likely-blocked', 'unreachable'] } },
    },
    { rounds: 2, expect: { own: { calls: 'clear', messages: 'reachable' } } },
  ],
} satisfies OwnScenario;
