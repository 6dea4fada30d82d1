import type { OwnScenario } from '../scenario.ts';
import { timeLimited } from '../servers.ts';

export default {
  says: 'The pasted password of the relay has expired: the relay says so, and nobody is accused.',
  server: timeLimited(new Date(Date.now() - 3_600_000)),
  steps: [
    {
      call: 'udp',
      expect: { conclusion: 'refused', calls: { udp: { end: 'refused', code: '401', reached: 'none' } } },
      after: { own: { never: ['suspected', 'likely-blocked', 'unreachable'] } },
    },
  ],
} satisfies OwnScenario;
