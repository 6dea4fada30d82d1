import { mirrors, muteServer, serve } from '../faults/index.ts';
import { nextEdition } from '../feed/edition.ts';
import { forged, fresh } from '../feed/files.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition();

export default {
  says: 'One mirror is silent and one is hostile: the third brings the newer edition.',
  family: 'updates',
  services: ['telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [
        muteServer(mirrors('a')),
        serve(mirrors('b'), forged(nextEdition({ serial: edition.serial + 1 }))),
        serve(mirrors('c'), fresh(edition)),
      ],
      rounds: 1,
      expect: {
        edition: { serial: edition.serial, tries: { a: 'unreachable', b: 'bad-signature', c: null } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
