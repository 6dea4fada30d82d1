import { allOf, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const META = ['whatsapp', 'messenger', 'instagram'];

export default {
  says: "All of Meta's addresses are out of reach: three services are blocked, messages and calls.",
  family: 'how',
  services: [...META, 'telegram', 'meet'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { messages: 'reachable' } } },
    {
      faults: [silence(allOf(...META))],
      truth: {
        services: {
          whatsapp: { calls: 'blocked', messages: 'blocked' },
          messenger: { calls: 'blocked', messages: 'blocked' },
          instagram: { calls: 'blocked', messages: 'blocked' },
        },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          whatsapp: { calls: 'unreachable', messages: 'likely-blocked' },
          messenger: { calls: 'unreachable', messages: 'likely-blocked' },
          instagram: { calls: 'unreachable', messages: 'likely-blocked' },
        },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
