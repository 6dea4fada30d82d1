import type { CallSummary } from '../call/call.ts';
import type { Observation } from '../evidence/observation.ts';
import type { CallState, Mechanism, MessageState, NetworkState } from '../vocabulary.ts';
import type { RuleId } from './rules.ts';
import type { SilentEverywhere } from './silent-everywhere.ts';
import type { Vote } from './vote.ts';

/** What one check concluded, with everything that it rests on. Stored whole; pages paint from it and compute nothing. */

export interface Judgement<State extends string> {
  readonly state: State;
  /** The row of the rules table that decided; also the key of its sentence in `locales/`. */
  readonly rule: RuleId;
  /** How it fails, where the evidence goes that deep. */
  readonly mechanism?: Mechanism;
  /** Rounds that took part in this judgement … */
  readonly rounds: number;
  /** … and how many of them failed. */
  readonly failing: number;
  /** Since when this state holds on this network, ms since the epoch. */
  readonly since: number;
}

/** One endpoint's part in the evidence, as a person may read it. What was stored before votes had grounds has none. */
export interface EndpointEvidence extends Partial<Vote> {
  readonly url: string;
  readonly role: 'signalling' | 'call-setup' | 'media';
  /** `counted`: its silence counts. `unearned`: it is shown and not counted. */
  readonly vote: 'counted' | 'unearned';
  /** Absent when this round did not ask it. */
  readonly observation?: Observation;
  /** When it last answered this installation, ms since the epoch. */
  readonly lastAnswered?: number;
}

export interface ServiceAssessment {
  readonly id: string;
  readonly calls: Judgement<CallState>;
  readonly messages: Judgement<MessageState>;
  readonly evidence: readonly EndpointEvidence[];
  /**
   * When it was first decided that what fails here now is blocked, if it was, ms since the epoch: messages where signalling fails, else calls.
   * Doubt since then has not ended that; a good state has.
   */
  readonly blockedSince?: number;
  /** It fails here, and everywhere by the health record. */
  readonly silentEverywhere?: SilentEverywhere;
  /** The last test call through it on this network, while that counts. */
  readonly call?: CallSummary;
}

/** How the controls of one kind fared in the round. */
export interface ControlGroup {
  readonly kind: 'stun' | 'https' | 'portal' | 'relay';
  readonly asked: number;
  readonly answered: number;
  /** Operators of which at least one control answered. */
  readonly operators: number;
}

export interface Snapshot {
  readonly schemaVersion: 1;
  /** Start and length of the last round. */
  readonly takenAt: number;
  readonly durationMs: number;
  /** Milliseconds until the first word other than `insufficient` about a service; null when there was none. */
  readonly firstWordMs: number | null;
  readonly network: Judgement<NetworkState> & {
    /** Salted fingerprint of the network; null when no control told. */
    readonly key: string | null;
  };
  readonly services: readonly ServiceAssessment[];
  readonly controls: readonly ControlGroup[];
  /** The controls' own observations in the last round. */
  readonly controlObservations: readonly Observation[];
  /** More rounds are scheduled to confirm what was seen. */
  readonly confirming: boolean;
  /** The host permission was held: error codes and addresses were read. */
  readonly explained: boolean;
}

/** A round under way, kept in session storage: gone with the browser, and void once `expiresAt` has passed. */
export interface Progress {
  readonly roundId: string;
  readonly startedAt: number;
  readonly expiresAt: number;
  readonly done: number;
  readonly total: number;
  /** Services about which this round already has something to say; they replace the rows of the stored snapshot. */
  readonly services: readonly ServiceAssessment[];
}
