import type { Row } from '../beside/score.ts';
import type { Browser } from '../perform.ts';
import type { Family, Path } from '../scenario.ts';
import { type Disagreement, disagreements } from './agreement.ts';
import { type Demand, demandsOn } from './demands.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { type NamingTally, named, tally } from './mechanisms.ts';
import type { Outcome, Place } from './outcome.ts';
import { confirmedSeconds, firstWordsMs, type Spread, spread } from './times.ts';
import type { Kind } from './truth.ts';
import { accuses, isLast, type Word, wordsOf } from './words.ts';

/** `report.json`; README.md describes it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly takenAt: string;
  /** Every scenario was asked for. Only then do the demands decide over success. */
  readonly whole: boolean;
  readonly browsers: readonly Browser[];
  readonly counts: Readonly<Record<Outcome['result'], number>>;
  readonly demands: readonly Demand[];
  readonly matrices: Readonly<Record<Kind, { readonly afterLast: Matrix; readonly everyRound: Matrix }>>;
  readonly mechanisms: { readonly explained: NamingTally; readonly notExplained: NamingTally };
  readonly times: { readonly firstWordMs: Spread; readonly confirmedSeconds: Spread };
  /** What no check from here could tell, with the reason and what was said. The demands leave it out. */
  readonly beyond: readonly (Place & {
    readonly kind: Kind;
    readonly truth: Path;
    readonly state: string;
    readonly because: string;
  })[];
  readonly disagreements: readonly Disagreement[];
  readonly scenarios: readonly ScenarioRow[];
  /** Beside what people would use instead, where that was asked for. */
  readonly beside?: readonly Row[];
}

export interface ScenarioRow {
  readonly name: string;
  readonly family: Family;
  readonly says: string;
  readonly browsers: Readonly<Partial<Record<Browser, Pick<Outcome, 'result' | 'seconds' | 'wrong'>>>>;
}

export interface Circumstances {
  readonly takenAt: Date;
  readonly whole: boolean;
  readonly beside?: readonly Row[];
}

export function reportOn(outcomes: readonly Outcome[], { takenAt, whole, beside }: Circumstances): Report {
  const words = wordsOf(outcomes);
  const names = named(words);
  const count = (wanted: Outcome['result']) => outcomes.filter(({ result }) => result === wanted).length;
  const matrices = (kind: Kind) => {
    const ofKind = words.filter((word) => word.kind === kind);
    return { afterLast: matrixOf(ofKind.filter(isLast)), everyRound: matrixOf(ofKind) };
  };
  return {
    schemaVersion: 1,
    takenAt: takenAt.toISOString(),
    whole,
    browsers: [...new Set(outcomes.map(({ browser }) => browser))].sort(),
    counts: { passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
    demands: demandsOn(words, outcomes),
    matrices: { calls: matrices('calls'), messages: matrices('messages') },
    mechanisms: {
      explained: tally(names.filter(({ explained }) => explained)),
      notExplained: tally(names.filter(({ explained }) => !explained)),
    },
    times: {
      firstWordMs: spread(firstWordsMs(outcomes)),
      confirmedSeconds: spread(confirmedSeconds(outcomes)),
    },
    beyond: words.filter(isLast).flatMap(beyondOf),
    disagreements: disagreements(words),
    scenarios: rows(outcomes),
    ...(beside && { beside }),
  };
}

function beyondOf(word: Word): Report['beyond'] {
  const { truth, beyond, scenario, phase, browser, service, kind, state } = word;
  if (beyond === undefined || (truth !== 'blocked' && truth !== 'poor' && !accuses(word))) return [];
  return [{ scenario, phase, browser, service, kind, truth, state, because: beyond }];
}

function rows(outcomes: readonly Outcome[]): ScenarioRow[] {
  const byName = Map.groupBy(outcomes, ({ name }) => name);
  return [...byName]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, played]) => {
      const [first] = played;
      if (!first) return [];
      const browsers = played.map(({ browser, result, seconds, wrong }) => [browser, { result, seconds, wrong }]);
      const { family, says } = first.scenario;
      return [{ name, family, says, browsers: Object.fromEntries(browsers) }];
    });
}
