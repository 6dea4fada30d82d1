import { allOf, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const SERVICES = ['whatsapp', 'telegram', 'viber', 'teams'];

export default {
  says: 'Every service that is checked is silent, and the rest of the internet is there.',
  family: 'whom',
  services: SERVICES,
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [silence(allOf(...SERVICES))],
      truth: { others: { calls: 'blocked', messages: 'blocked' } },
      rounds: 3,
      expect: { network: 'calls-blocked', others: { calls: 'unreachable', messages: 'likely-blocked' } },
    },
  ],
} satisfies Scenario;
