import { mirrors, serve } from '../faults/index.ts';
import { nextEdition, SHIPPED_SERIAL } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const older = nextEdition();
const newer = nextEdition({ serial: older.serial + 1 });
const others = { calls: 'clear', messages: 'reachable' } as const;

export default {
  says: 'Mirrors hold an edition that was once good, and older than what is here: nothing changes.',
  family: 'updates',
  services: ['telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [serve(mirrors(), fresh(older))],
      rounds: 1,
      expect: { edition: { serial: older.serial, tries: eachTells(null) }, others },
    },
    {
      faults: [serve(mirrors(), fresh(newer))],
      clock: { days: 1 },
      rounds: 1,
      expect: { edition: { serial: newer.serial, tries: eachTells(null) }, others },
    },
    {
      faults: [serve(mirrors(), fresh(older)), serve(mirrors('c'), fresh(nextEdition({ serial: SHIPPED_SERIAL })))],
      clock: { days: 1 },
      rounds: 1,
      expect: { edition: { serial: newer.serial, tries: eachTells('old-serial') }, others },
    },
  ],
} satisfies Scenario;
