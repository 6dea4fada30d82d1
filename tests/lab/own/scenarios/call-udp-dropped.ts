import { dropUdp, host } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

const works = { end: 'works', reached: 'media', mos: [3.5, 4.5] } as const;

export default {
  says: 'UDP to the relay is dropped, and a call over TCP or TLS is as good as any.',
  server: RELAY,
  steps: [
    {
      faults: [dropUdp(host('relay.own.example'))],
      call: 'each',
      expect: { conclusion: 'tcp-only', calls: { udp: { end: 'silent', reached: 'none' }, tcp: works, tls: works } },
      after: { own: { calls: 'impaired' } },
    },
  ],
} satisfies OwnScenario;
