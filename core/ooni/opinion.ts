/**
 * A second opinion: what OONI's volunteers measured on this operator and in this country. Of messages, never of calls, and never part of a
 * verdict.
 */

export const OONI_HOST = 'api.ooni.org';

/** OONI's tests of messengers, and the service of the catalogue that each is about. */
export const OONI_TESTS = {
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  facebook_messenger: 'messenger',
  signal: 'signal',
} as const;
export type OoniTest = keyof typeof OONI_TESTS;

export interface OpinionQuestion {
  /** ISO 3166-1. */
  readonly country: string;
  readonly asn: number | null;
  /** Both ISO dates; `until` is not in it, as in OONI's own addresses. */
  readonly since: string;
  readonly until: string;
}

/** Measurements, and how many of them OONI calls an anomaly (confirmed blocks among them). Failed measurements are in neither. */
export interface Counts {
  readonly measured: number;
  readonly anomalies: number;
}

export interface TestOpinion {
  readonly test: OoniTest;
  /** Null where the operator is not known. */
  readonly operator: Counts | null;
  readonly country: Counts;
  /** The same test everywhere: what is usual. */
  readonly world: Counts;
}

export interface Opinion extends OpinionQuestion {
  /** ms since the epoch. */
  readonly askedAt: number;
  readonly tests: readonly TestOpinion[];
}

export const OPINION_PROBLEMS = ['no-permission', 'unreachable', 'slow', 'quota', 'status', 'not-understood'] as const;
export type OpinionProblem = (typeof OPINION_PROBLEMS)[number];

export type OpinionAnswer =
  /** `notBefore`: ms since the epoch, where the server or its quota says when to come back. */
  | { readonly opinion: Opinion; readonly notBefore?: number }
  | { readonly problem: OpinionProblem; readonly notBefore?: number };

/** As it is stored: the last opinions, and what came of asking last. */
export interface StoredOpinion {
  /** The newest first, one of each place. */
  readonly opinions: readonly Opinion[];
  readonly triedAt: number;
  readonly problem?: OpinionProblem;
  readonly notBefore?: number;
}
