import { hostileAnswer, mirrors, serve } from '../faults/index.ts';
import { nextEdition } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition();
const feed = serve(mirrors(), fresh(edition));
const others = { calls: 'clear', messages: 'reachable' } as const;

export default {
  says: 'The browser ends the background while it waits for a mirror: nothing is half done, and the next look brings the edition.',
  family: 'updates',
  services: ['telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [feed, hostileAnswer(mirrors(), 'slow-header')],
      person: { endsBackground: true },
      rounds: 1,
      expect: { edition: { serial: null, tries: 'unfinished' }, others },
    },
    {
      faults: [feed],
      clock: { days: 1 },
      rounds: 1,
      expect: { edition: { serial: edition.serial, tries: eachTells(null) }, others },
    },
  ],
} satisfies Scenario;
