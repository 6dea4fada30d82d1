import type { OwnScenario } from '../scenario.ts';
import { oddSip } from '../servers.ts';

const statuses = [200, 401, 403, 405, 503];

export default {
  says: 'A SIP server wants a login, forbids, knows no such question, or is busy: each of these is a sign of life.',
  server: { paste: statuses.map((status) => oddSip(String(status))).join('\n') },
  steps: [
    { test: true, expect: statuses.map((status) => new RegExp(String(status))) },
    {
      rounds: 1,
      expect: {
        own: { messages: 'reachable' },
        seen: Object.fromEntries(
          statuses.map((status) => [
            oddSip(String(status)),
            { probe: 'sip', outcome: 'answered', code: String(status) },
          ]),
        ),
      },
    },
  ],
} satisfies OwnScenario;
