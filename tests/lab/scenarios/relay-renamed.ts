import { hideName, host } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const gone = host('worldaz.relay.teams.microsoft.com', 'edge-turnservice-shv-01-mia1.facebook.com');

export default {
  says: 'One relay of Teams and one of WhatsApp have got other names: the others of the role answer.',
  family: 'not-blocking',
  services: ['teams', 'whatsapp', 'telegram'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { calls: 'clear', messages: 'reachable' } } },
    {
      faults: [hideName(gone)],
      rounds: 3,
      expect: { network: 'clear', others: { calls: 'clear', messages: 'reachable' } },
    },
  ],
} satisfies Scenario;
