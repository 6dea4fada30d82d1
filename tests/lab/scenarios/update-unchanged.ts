import { closeOnGreeting, mirrors, serve } from '../faults/index.ts';
import { nextEdition } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition();
// One mirror alone is left, so that the next day's question goes where today's went.
const faults = [serve(mirrors(), fresh(edition)), closeOnGreeting(mirrors('b', 'c'))];
const tries = { a: null, b: 'unreachable', c: 'unreachable' } as const;
const others = { calls: 'clear', messages: 'reachable' } as const;

export default {
  says: 'A newer edition is there, and the next day nothing is newer: mirrors are asked once a day, and then whether the file has changed.',
  family: 'updates',
  services: ['telegram', 'meet'],
  updates: true,
  phases: [
    { faults, rounds: 2, expect: { edition: { serial: edition.serial, tries }, others } },
    { faults, rounds: 1, expect: { edition: { serial: edition.serial, tries: 'nobody' }, others } },
    {
      faults,
      clock: { days: 1 },
      rounds: 1,
      expect: { edition: { serial: edition.serial, tries, unchanged: true }, others },
    },
  ],
} satisfies Scenario;
