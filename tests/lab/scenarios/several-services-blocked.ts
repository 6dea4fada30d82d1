import { allOf, silence } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';

const FOREIGN = ['whatsapp', 'telegram', 'messenger'];

export default {
  says: 'Foreign messengers are silent altogether, and the domestic one is not.',
  family: 'whom',
  services: [...FOREIGN, 'wechat', 'teams'],
  phases: [
    { faults: [], rounds: 1, expect: { others: { messages: 'reachable' } } },
    {
      faults: [silence(allOf(...FOREIGN))],
      truth: {
        services: { wechat: {}, teams: {} },
        others: { calls: 'blocked', messages: 'blocked' },
      },
      rounds: 3,
      expect: {
        network: 'some-blocked',
        services: {
          wechat: { calls: 'untestable', messages: 'reachable' },
          teams: { calls: 'clear', messages: 'reachable' },
        },
        others: { calls: 'unreachable', messages: 'likely-blocked' },
      },
    },
  ],
} satisfies Scenario;
