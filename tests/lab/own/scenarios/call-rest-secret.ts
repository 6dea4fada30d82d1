import { REST_SECRET } from '../../world/own/relays.ts';
import type { OwnScenario } from '../scenario.ts';
import { relayAddresses } from '../servers.ts';

export default {
  says: 'The relay takes time-limited passwords, made of a secret that the person has typed.',
  server: {
    paste: relayAddresses('rest.own.example'),
    credentials: { scheme: 'rest', username: 'amina', password: REST_SECRET },
  },
  steps: [
    {
      call: 'each',
      expect: { conclusion: 'works', calls: { udp: { end: 'works' }, tcp: { end: 'works' }, tls: { end: 'works' } } },
      after: { own: { calls: 'clear' } },
    },
  ],
} satisfies OwnScenario;
