import { hideName, host } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Jitsi's only relay has got another name, which no resolver anywhere tells any more.",
  family: 'not-blocking',
  services: ['jitsi', 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [hideName(host('meet-jit-si-turnrelay.jitsi.net'))],
      truth: {
        services: {
          jitsi: { beyond: 'A name that is gone for everybody cannot be told from one that is hidden here.' },
        },
      },
      rounds: 3,
      expect: { services: { jitsi: { messages: 'reachable' } }, others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
