import { allOf, mirrors, serve, silence } from '../faults/index.ts';
import { all, nextEdition, record, urlsOf } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition(record(all(urlsOf('signalling', 'zoom'), { silentFor: 2 })));

export default {
  says: 'The health record says that Zoom is out, and it has answered here since: that it is silent now is a block.',
  family: 'whom',
  services: ['zoom', 'telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [serve(mirrors(), fresh(edition))],
      rounds: 1,
      expect: {
        edition: { serial: edition.serial, tries: eachTells(null) },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
    {
      faults: [silence(allOf('zoom'))],
      truth: { services: { zoom: { calls: 'blocked', messages: 'blocked' } } },
      rounds: 3,
      expect: {
        edition: { serial: edition.serial, tries: 'nobody' },
        services: { zoom: { calls: 'unreachable', messages: 'likely-blocked' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
  ],
} satisfies Scenario;
