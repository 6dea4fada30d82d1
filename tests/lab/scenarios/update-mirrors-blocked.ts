import { hostileAnswer, mirrors, resetSni, serve, silence } from '../faults/index.ts';
import { nextEdition } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: 'No mirror can be reached: nothing changes, and rounds go on as quickly as ever.',
  family: 'updates',
  services: ['telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [
        serve(mirrors(), fresh(nextEdition())),
        silence(mirrors('a')),
        resetSni(mirrors('b')),
        hostileAnswer(mirrors('c'), 'slow-header'),
      ],
      rounds: 4,
      spacing: 2,
      expect: {
        edition: { serial: null, tries: eachTells('unreachable') },
        others: { calls: 'clear', messages: 'reachable' },
        roundMs: 4_000,
      },
    },
  ],
} satisfies Scenario;
