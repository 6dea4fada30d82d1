import type { OwnScenario } from '../scenario.ts';
import { byPassword, relayAddresses } from '../servers.ts';

const refused = { end: 'refused', code: '401', reached: 'none' } as const;

export default {
  says: 'The password is wrong: the relay answers, and lets nobody in.',
  server: byPassword(relayAddresses('relay.own.example'), 'Nebel-41:kein Pass'),
  steps: [
    {
      call: 'each',
      expect: { conclusion: 'refused', calls: { udp: refused, tcp: refused, tls: refused } },
      after: { own: { calls: 'clear' } },
    },
  ],
} satisfies OwnScenario;
