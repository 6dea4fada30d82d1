import { cutSoundAfter, host } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

export default {
  says: 'Sound passes for three seconds, and then no more, over UDP as over TCP.',
  server: RELAY,
  steps: [
    {
      faults: [cutSoundAfter(3, host('relay.own.example'))],
      call: 'udp',
      expect: { conclusion: 'cut', calls: { udp: { end: 'cut', cutAfterS: [2, 4] } } },
      after: { own: { never: ['clear', 'likely-blocked'] } },
    },
    {
      faults: [cutSoundAfter(3, host('relay.own.example'))],
      call: 'tcp',
      expect: { conclusion: 'cut', calls: { tcp: { end: 'cut', cutAfterS: [2, 4] } } },
    },
  ],
} satisfies OwnScenario;
