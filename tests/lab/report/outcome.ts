import type { CheckDocument } from '../../../scripts/check/document.ts';
import type { Browser } from '../perform.ts';
import type { Phase, Scenario } from '../scenario.ts';

/** One scenario in one browser, played. All of the report is made from these. */
export interface Outcome {
  readonly name: string;
  readonly scenario: Scenario;
  readonly browser: Browser;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** What was said otherwise than expected, one line each. */
  readonly wrong: readonly string[];
  readonly seconds: number;
  /** Phases that were checked; what follows a failed one is not played. */
  readonly played: readonly Played[];
}

export interface Played {
  readonly phase: Phase;
  readonly document: Heard;
  /** Bytes of the check on the wire, both ways. */
  readonly bytes: number;
}

/** As much of the check command's document as the report and later phases speak of. */
export type Heard = Pick<CheckDocument, 'eachRound' | 'observations'> & Partial<Pick<CheckDocument, 'where'>>;

/** Where a word was said, for lists. */
export interface Place {
  readonly scenario: string;
  /** From 1. */
  readonly phase: number;
  readonly browser: Browser;
  readonly service: string;
}
