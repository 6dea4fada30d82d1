import { allOf, mirrors, serve, silence } from '../faults/index.ts';
import { all, nextEdition, record, urlsOf } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition(record(all(urlsOf('signalling', 'zoom'), { silentFor: 2 })));
const out = silence(allOf('zoom'));
const truth = { services: { zoom: { calls: 'out', messages: 'out' } } } as const;

export default {
  says: 'Zoom is out everywhere and says nothing of it; the health record does: two places could not reach it either.',
  family: 'not-blocking',
  services: ['zoom', 'telegram', 'meet'],
  updates: true,
  phases: [
    {
      faults: [out, serve(mirrors(), fresh(edition))],
      truth,
      rounds: 1,
      expect: {
        edition: { serial: edition.serial, tries: eachTells(null) },
        services: { zoom: { calls: 'insufficient', messages: 'insufficient' } },
        others: { calls: 'clear', messages: 'reachable' },
      },
    },
    {
      faults: [out],
      truth,
      rounds: 3,
      expect: {
        edition: { serial: edition.serial, tries: 'nobody' },
        services: { zoom: { calls: 'down', messages: 'down' } },
        others: { calls: 'clear', messages: 'reachable' },
        never: { calls: ['likely-blocked', 'unreachable'], messages: ['likely-blocked'] },
      },
    },
  ],
} satisfies Scenario;
