import { host, resetSni } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { HOME_WEB, homeWith } from '../servers.ts';

export default {
  says: 'TLS to the person’s web site is reset while the relay on the same machine answers.',
  server: homeWith(HOME_WEB),
  steps: [
    { rounds: 1, expect: { own: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [resetSni(host('home.own.example'))],
      rounds: 4,
      expect: { own: { calls: 'unreachable', messages: 'likely-blocked' } },
    },
  ],
} satisfies OwnScenario;
