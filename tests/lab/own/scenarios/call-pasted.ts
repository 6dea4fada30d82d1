import type { OwnScenario } from '../scenario.ts';
import { timeLimited } from '../servers.ts';

export default {
  says: 'ICE servers were pasted as JSON, with a password that holds for an hour; all of them are on port 443.',
  server: timeLimited(new Date(Date.now() + 3_600_000)),
  steps: [
    {
      call: 'each',
      expect: { conclusion: 'works', calls: { udp: { end: 'works' }, tcp: { end: 'works' }, tls: { end: 'works' } } },
    },
  ],
} satisfies OwnScenario;
