import { mirrors, serve } from '../faults/index.ts';
import { nextEdition } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition();
const feed = serve(mirrors(), fresh(edition));
const others = { calls: 'clear', messages: 'reachable' } as const;

export default {
  says: 'The person has not agreed to the mirrors, or has switched updates off: no mirror is asked before both are otherwise.',
  family: 'updates',
  services: ['telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [feed],
      person: { refusesMirrors: true },
      rounds: 1,
      expect: { edition: { serial: null, tries: 'nobody' }, others },
    },
    {
      faults: [feed],
      person: { settings: { updates: false } },
      rounds: 1,
      expect: { edition: { serial: null, tries: 'nobody' }, others },
    },
    { faults: [feed], rounds: 1, expect: { edition: { serial: edition.serial, tries: eachTells(null) }, others } },
  ],
} satisfies Scenario;
