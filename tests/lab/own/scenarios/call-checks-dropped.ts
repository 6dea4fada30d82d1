import { cutMedia, host } from '../../faults/index.ts';
import type { OwnScenario } from '../scenario.ts';
import { RELAY } from '../servers.ts';

export default {
  says: 'The relay lets both sides in, and no check of ICE between them comes through; TLS hides them.',
  server: RELAY,
  steps: [
    {
      faults: [cutMedia('stun', host('relay.own.example'))],
      call: 'each',
      expect: {
        conclusion: 'tcp-only',
        calls: { udp: { end: 'no-ice', reached: 'relay' }, tcp: { end: 'no-ice' }, tls: { end: 'works' } },
      },
    },
  ],
} satisfies OwnScenario;
