import { cutMedia, host } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

const noKeys = { end: 'no-dtls', reached: 'ice' } as const;

export default {
  says: 'The relay and its checks pass, and the handshake inside the call is dropped.',
  server: RELAY,
  steps: [
    {
      faults: [cutMedia('dtls', host('relay.own.example'))],
      call: 'udp',
      expect: { conclusion: 'cut', calls: { udp: noKeys } },
      after: { own: { never: ['clear', 'likely-blocked'] } },
    },
    {
      faults: [cutMedia('dtls', host('relay.own.example'))],
      call: 'each',
      expect: { conclusion: 'tcp-only', calls: { udp: noKeys, tcp: noKeys, tls: { end: 'works' } } },
    },
  ],
} satisfies OwnScenario;
