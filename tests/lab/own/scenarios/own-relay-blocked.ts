import { host, silencePorts } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { HOME_SIP, homeWith } from '../servers.ts';

const faults = [silencePorts(host('home.own.example'), 3478)];

export default {
  says: 'A relay is silent while SIP on the same machine answers: after enough rounds its calls are called blocked, and nobody else’s.',
  server: homeWith(HOME_SIP),
  steps: [
    { rounds: 1, expect: { own: { calls: 'clear', messages: 'reachable' } } },
    { faults, rounds: 1, expect: { own: { messages: 'reachable', never: ['clear', 'likely-blocked'] } } },
    { faults, rounds: 3, expect: { own: { calls: 'likely-blocked', messages: 'reachable' } } },
    { rounds: 2, expect: { own: { calls: 'clear', messages: 'reachable' } } },
  ],
} satisfies OwnScenario;
