import { dropStun, host } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

export default {
  says: 'STUN to the relay is known by its cookie and dropped: calls pass over TCP and TLS only.',
  server: RELAY,
  steps: [
    {
      faults: [dropStun(host('relay.own.example'))],
      call: 'each',
      expect: {
        conclusion: 'tcp-only',
        calls: { udp: { end: 'silent', reached: 'none' }, tcp: { end: 'works' }, tls: { end: 'works' } },
      },
      after: { own: { calls: 'impaired' } },
    },
  ],
} satisfies OwnScenario;
