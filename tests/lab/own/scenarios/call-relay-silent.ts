import { host, silence } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

const silent = { end: 'silent', reached: 'none' } as const;

export default {
  says: 'Every packet to the relay is dropped.',
  server: RELAY,
  steps: [
    {
      faults: [silence(host('relay.own.example'))],
      call: 'each',
      expect: { conclusion: 'silent', calls: { udp: silent, tcp: silent, tls: silent } },
      // It has never answered here: its silence has no vote.
      after: { own: { never: ['clear', 'likely-blocked', 'unreachable'] } },
    },
  ],
} satisfies OwnScenario;
