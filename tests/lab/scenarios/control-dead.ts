import { host, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const dead = host('global.stun.twilio.com', 'captive.apple.com');

export default {
  says: 'One STUN control and one web control are dead: the others speak for the line.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(dead)],
      rounds: 2,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
