import type { Scenario } from '../scenario.ts';

export default {
  says: 'An open network: everything answers, and nothing is accused.',
  family: 'line',
  services: ['whatsapp', 'messenger', 'telegram', 'meet', 'teams', 'viber', 'zoom', 'discord', 'facetime', 'imo'],
  phases: [
    {
      faults: [],
      rounds: 2,
      expect: {
        network: 'clear',
        services: {
          discord: { calls: 'untestable', messages: 'reachable' },
          facetime: { calls: 'untestable', messages: 'reachable' },
          imo: { calls: 'untestable', messages: 'reachable' },
        },
        others: { calls: 'clear', messages: 'reachable' },
        where: { operator: 'Maroc Telecom', hints: [], blocked: {} },
      },
    },
  ],
} satisfies Scenario;
