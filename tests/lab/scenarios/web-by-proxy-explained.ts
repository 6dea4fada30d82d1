import type { Scenario } from '../scenario.ts';

export default {
  says: 'A tunnel for the web that UDP passes by: calls go over the line, and the line is what the network is named by.',
  family: 'not-blocking',
  services: ['whatsapp', 'telegram', 'meet'],
  explained: true,
  phases: [
    {
      faults: [],
      truth: {},
      rounds: 2,
      expect: {
        network: 'clear',
        others: { calls: 'clear', messages: 'reachable' },
        where: { operator: 'Maroc Telecom', hints: [] },
      },
    },
    {
      faults: [],
      exit: 'by-protocol',
      truth: {},
      rounds: 2,
      expect: {
        network: 'clear',
        others: { calls: 'clear', messages: 'reachable' },
        where: { operator: 'Inwi', hints: ['proxy-web-only'] },
      },
    },
  ],
} satisfies Scenario;
