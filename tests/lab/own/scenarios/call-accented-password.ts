import { ACCENTED_USER } from '../../world/own/relays.ts';
import type { OwnScenario } from '../scenario.ts';
import { relayAddresses } from '../servers.ts';

export default {
  says: 'The password has a letter with an accent, which Firefox takes for no password: nobody says that the relay is silent.',
  server: {
    paste: relayAddresses('relay.own.example'),
    credentials: { scheme: 'password', ...ACCENTED_USER },
  },
  steps: [
    {
      call: 'udp',
      expect: { conclusion: ['works', 'nothing'], calls: { udp: { end: ['works', 'untestable'] } } },
      after: { own: { calls: 'clear' } },
    },
  ],
} satisfies OwnScenario;
