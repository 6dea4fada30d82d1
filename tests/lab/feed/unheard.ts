import { dropUdp, mirrors, relaysOf, serve } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';
import { all, type Heard, nextEdition, record, urlsOf } from './edition.ts';
import { fresh } from './files.ts';
import { eachTells } from './judge.ts';

/** Meta's relays are silent and have never answered here, and a feed brings a record that gives them no vote. @param because why nobody can tell */
export function unheardOf(says: string, heard: Heard, because: string): Scenario {
  const edition = nextEdition(record(all(urlsOf('media', 'whatsapp', 'messenger'), heard)));
  const silent = dropUdp(relaysOf('whatsapp', 'messenger'));
  const blocked = { calls: 'blocked', by: ['udp.timeout'], beyond: because } as const;
  const truth = { services: { whatsapp: blocked, messenger: blocked } };
  const unsaid = { calls: 'insufficient', messages: 'reachable' } as const;
  const said = {
    services: { whatsapp: unsaid, messenger: unsaid },
    others: { calls: 'clear', messages: 'reachable' },
  } as const;
  return {
    says,
    family: 'whom',
    services: ['whatsapp', 'messenger', 'telegram', 'meet', 'teams'],
    updates: true,
    phases: [
      {
        faults: [silent, serve(mirrors(), fresh(edition))],
        truth,
        rounds: 1,
        expect: { ...said, edition: { serial: edition.serial, tries: eachTells(null) } },
      },
      {
        faults: [silent],
        truth,
        rounds: 3,
        expect: { ...said, edition: { serial: edition.serial, tries: 'nobody' } },
      },
    ],
  };
}
