import { host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const dead = host('global.stun.twilio.com', 'stun.nextcloud.com', 'captive.apple.com', 'detectportal.firefox.com');

export default {
  says: 'Two of four operators of each kind of control are dead: what answers is still open.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(dead)],
      rounds: 4,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
