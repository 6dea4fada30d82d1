import { mirrors, serve } from '../faults/index.ts';
import { nextEdition, SHIPPED_SERIAL } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

export default {
  says: "Mirrors hold the package's own edition: nobody has published a newer one, and nothing is kept.",
  family: 'updates',
  services: ['telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [serve(mirrors(), fresh(nextEdition({ serial: SHIPPED_SERIAL })))],
      rounds: 1,
      expect: {
        edition: { serial: null, tries: eachTells(null) },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
