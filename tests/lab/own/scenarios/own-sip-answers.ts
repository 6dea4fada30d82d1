import type { OwnScenario } from '../scenario.ts';
import { kamailio, WITH_SIP } from '../servers.ts';

export default {
  says: 'A real SIP server and a relay of the person’s own: both answer.',
  server: WITH_SIP,
  steps: [
    { test: true, expect: [/200/] },
    {
      rounds: 1,
      expect: {
        own: { calls: 'clear', messages: 'reachable' },
        seen: { [kamailio()]: { probe: 'sip', outcome: 'answered', code: '200' } },
      },
    },
  ],
} satisfies OwnScenario;
