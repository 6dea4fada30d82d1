import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

const works = { end: 'works', reached: 'media', loss: [0, 0.02], roundTripMs: [0, 100], mos: [4, 4.5] } as const;

export default {
  says: 'Nothing is in the way of a call through a relay of the person’s own, over whichever transport.',
  server: RELAY,
  steps: [
    { call: 'udp', expect: { conclusion: 'works', calls: { udp: works } }, after: { own: { calls: 'clear' } } },
    { call: 'tcp', expect: { conclusion: ['works', 'tcp-only'], calls: { tcp: works } } },
    { call: 'tls', expect: { conclusion: ['works', 'tcp-only'], calls: { tls: works } } },
    {
      call: 'each',
      expect: { conclusion: 'works', calls: { udp: works, tcp: works, tls: works } },
      after: { own: { calls: 'clear' } },
    },
  ],
} satisfies OwnScenario;
