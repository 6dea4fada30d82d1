import type { OwnScenario } from '../scenario.ts';
import { byPassword, relayAddresses } from '../servers.ts';

export default {
  says: 'The relay gives each user one allocation, and a call takes two.',
  server: byPassword(relayAddresses('full.own.example')),
  steps: [
    {
      call: 'udp',
      expect: { conclusion: 'refused', calls: { udp: { end: 'refused', code: '486' } } },
      after: { own: { never: ['suspected', 'likely-blocked', 'unreachable'] } },
    },
  ],
} satisfies OwnScenario;
