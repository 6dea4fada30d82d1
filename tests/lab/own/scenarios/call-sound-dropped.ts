import { cutMedia, host } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

export default {
  says: 'The call comes up, and not a packet of sound passes.',
  server: RELAY,
  steps: [
    {
      faults: [cutMedia('rtp', host('relay.own.example'))],
      call: 'udp',
      expect: { conclusion: 'cut', calls: { udp: { end: 'no-media', reached: 'dtls', mos: null } } },
      after: { own: { never: ['clear', 'likely-blocked'] } },
    },
  ],
} satisfies OwnScenario;
