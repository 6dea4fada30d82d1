import type { OwnScenario } from '../scenario.ts';
import { oddSip } from '../servers.ts';

const notSip = ['garbage', 'silent', 'no-protocol', 'refused', 'other-branch', 'close-at-once'];

export default {
  says: 'What answers at a SIP address is no SIP server, or says nothing: no sign of life, and no block.',
  server: { paste: notSip.map(oddSip).join('\n') },
  steps: [
    {
      rounds: 3,
      expect: {
        own: { never: ['clear', 'reachable', 'suspected', 'likely-blocked', 'unreachable'] },
        seen: Object.fromEntries(
          notSip.map((behaviour) => [
            oddSip(behaviour),
            { probe: 'sip', outcome: ['failed', 'silent', 'inconclusive'] },
          ]),
        ),
      },
    },
  ],
} satisfies OwnScenario;
