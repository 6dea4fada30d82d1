import { mirrors, relaysOf, serve } from '../faults/index.ts';
import { all, nextEdition, record, urlsOf } from '../feed/edition.ts';
import { fresh } from '../feed/files.ts';
import { eachTells } from '../feed/judge.ts';
import type { Scenario } from '../scenario.ts';

const edition = nextEdition(record(all(urlsOf('media', 'viber'), { silentFor: 100 })));

export default {
  says: "For 100 days nobody anywhere has heard Viber's relays: they are asked no more, and nothing is said of its calls.",
  family: 'updates',
  services: ['viber', 'telegram', 'meet'],
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
      faults: [],
      truth: { services: { viber: { beyond: 'Where it moved to, the catalogue does not say.' } } },
      rounds: 2,
      expect: {
        edition: { serial: edition.serial, tries: 'nobody' },
        services: { viber: { calls: 'insufficient', messages: 'reachable' } },
        others: { calls: 'clear', messages: 'reachable' },
        contacted: Object.fromEntries(relaysOf('viber').hosts.map((host) => [host, false])),
      },
    },
  ],
} satisfies Scenario;
