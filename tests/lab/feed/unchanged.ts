import type { Fault } from '../faults/fault.ts';
import { mirrors, serve } from '../faults/index.ts';
import type { Scenario } from '../scenario.ts';
import { nextEdition } from './edition.ts';
import { fresh } from './files.ts';
import { eachTells } from './judge.ts';

/** Newer than what is there in `unchangedBy`. */
const here = nextEdition();
export const newer = nextEdition({ serial: here.serial + 1 });

/** A newer edition than the package's is there; a day later mirrors are as told, and nothing changes. */
export function unchangedBy(
  says: string,
  faults: readonly Fault[],
  tries: NonNullable<Scenario['phases'][number]['expect']['edition']>['tries'],
): Scenario {
  const others = { calls: 'clear', messages: 'reachable' } as const;
  return {
    says,
    family: 'updates',
    services: ['telegram', 'meet'],
    updates: true,
    phases: [
      {
        faults: [serve(mirrors(), fresh(here))],
        rounds: 1,
        expect: { edition: { serial: here.serial, tries: eachTells(null) }, others },
      },
      { faults, clock: { days: 1 }, rounds: 1, expect: { edition: { serial: here.serial, tries }, others } },
    ],
  };
}
