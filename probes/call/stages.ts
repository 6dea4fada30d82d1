import { CALL_STAGES, type CallStage, type TransportCall } from '../../core/call/call.ts';
import { within } from '../waiting.ts';

/** How long each stage may take, ms: what a line needs that loses every fourth packet each way. */
const PATIENCE_MS: Readonly<Record<CallStage, number>> = {
  relay: 10_000,
  ice: 10_000,
  dtls: 10_000,
  'first-packet': 5_000,
  media: 12_000,
};

/** Where a call is, since when, and for how long yet. */
export interface Stages {
  readonly reached: TransportCall['reached'];
  /** Since the call began, ms. */
  elapsed(): number;
  /** The stage under way. */
  now(): CallStage;
  /** What is left of the time of the stage under way, ms. */
  leftMs(): number;
  /** Share of the call's longest time that has passed, 0 to 1; every stage that is reached early makes that shorter. */
  share(): number;
  /** Waits for a stage for as long as it may take. */
  reach(stage: CallStage, work: Promise<boolean>): Promise<boolean>;
}

/** @param begun is called at the beginning of every stage */
export function openStages(stop: AbortSignal, begun: () => void): Stages {
  const beginning = performance.now();
  const elapsed = () => Math.round(performance.now() - beginning);
  const reached: Partial<Record<CallStage, number>> = {};
  let now: CallStage = 'relay';
  let deadline = PATIENCE_MS[now];
  const leftMs = () => Math.max(0, deadline - elapsed());
  return {
    reached,
    elapsed,
    leftMs,
    now: () => now,
    share() {
      const later = CALL_STAGES.slice(CALL_STAGES.indexOf(now) + 1).map((stage) => PATIENCE_MS[stage]);
      return Math.min(1, elapsed() / later.reduce((sum, ms) => sum + ms, deadline));
    },
    async reach(stage, work) {
      now = stage;
      deadline = elapsed() + PATIENCE_MS[stage];
      begun();
      if (!(await within(leftMs(), work, stop))) return false;
      reached[stage] = elapsed();
      return true;
    },
  };
}
