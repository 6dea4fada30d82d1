import type { Mechanism } from '../../../core/vocabulary.ts';
import type { Browser } from '../perform.ts';
import type { ServiceTruth } from '../scenario.ts';

/** What a method says of one path. `nothing` is also what it says of a service that it has no test for. */
export interface Claim {
  readonly says: 'blocked' | 'open' | 'nothing';
  /** How, where it tells. */
  readonly mechanism?: Mechanism;
}

export const NOTHING: Claim = { says: 'nothing' };

export interface ServiceClaims {
  readonly calls: Claim;
  readonly messages: Claim;
}

export type Method = 'ringback' | 'ooni-im' | 'ooni-stun' | 'ice-gathering' | 'one-fetch';

/** One run of one method on a scenario's last phase. */
export interface Answer {
  readonly method: Method;
  /** Absent where no browser takes part. */
  readonly browser?: Browser;
  readonly scenario: string;
  /** Until all that it will ever say was said. */
  readonly seconds: number;
  /** On the wire, both ways. */
  readonly bytes: number;
  /** By service; those of which it says nothing may be left out. */
  readonly claims: Readonly<Record<string, ServiceClaims>>;
  /** What is really so, of every service of the scenario. */
  readonly truths: Readonly<Record<string, ServiceTruth>>;
}
