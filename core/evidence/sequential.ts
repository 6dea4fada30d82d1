/**
 * The sequential test of one role on one network: Wald's sequential probability ratio test (Wald 1945; as used by Jung et al. 2004,
 * "Fast portscan detection using sequential hypothesis testing"), one observation a round, clamped so that a change is seen soon.
 *
 * H0: the path is open and the round fails with `pOpen`, learned from this network's own controls.
 * H1: the path is blocked and the round fails with `P_FAIL_BLOCKED`.
 */

/** Chance to call an open path blocked, and a blocked path open. */
export const ALPHA = 0.01;
export const BETA = 0.05;
/** P(round fails | blocked): filters leak, so not 1. */
export const P_FAIL_BLOCKED = 0.9;

export const UPPER = Math.log((1 - BETA) / ALPHA);
export const LOWER = Math.log(BETA / (1 - ALPHA));

/**
 * Evidence loses half its weight in this time; gaps shorter than the grace lose none. Long enough for a decided block to outlive the
 * longest interval between background checks, short enough for a night to leave no more than a suspicion.
 */
const HALF_LIFE_MS = 6 * 3_600_000;
const GRACE_MS = 2 * 60_000;
/** What answered is taken to answer still, where a round saves the question, for as long as half of its evidence lasts. */
export const stillAnswers = (walk: Walk | undefined, at: number): boolean =>
  standing(walk) === 'open' && walk !== undefined && at >= walk.at && at - walk.at <= HALF_LIFE_MS;

/** After such a gap the earlier rounds belong to another story, and are no longer told. */
const FORGOTTEN_MS = 24 * 3_600_000;
/** Rounds remembered for "3 of 3 rounds". */
const REMEMBERED = 8;

/** One round's letter: it answered, answered only after several retransmissions, or failed. */
export type Step = 'answered' | 'slow' | 'failed';

export interface Walk {
  /** Log-likelihood ratio, between `LOWER` and `UPPER`. */
  readonly sum: number;
  /** When the last step was taken, ms since the epoch. */
  readonly at: number;
  /** The upper threshold was reached and the sum has not come back to zero since. */
  readonly blocked: boolean;
  /** The latest steps, oldest first. */
  readonly recent: readonly Step[];
}

export const START: Walk = { sum: 0, at: 0, blocked: false, recent: [] };

/** What the weight of `walk` is at time `at`. A clock that went back counts as no time passed. */
export function faded(walk: Walk, at: number): number {
  const gap = Math.max(0, at - walk.at);
  return gap <= GRACE_MS ? walk.sum : walk.sum * 0.5 ** (gap / HALF_LIFE_MS);
}

/** `pOpen` in (0, P_FAIL_BLOCKED): P(round fails | open). */
export function advance(walk: Walk, step: Step, pOpen: number, at: number): Walk {
  const change = step === 'failed' ? Math.log(P_FAIL_BLOCKED / pOpen) : Math.log((1 - P_FAIL_BLOCKED) / (1 - pOpen));
  const sum = Math.min(UPPER, Math.max(LOWER, faded(walk, at) + change));
  return {
    sum,
    at,
    blocked: sum >= UPPER || (walk.blocked && sum > 0),
    recent: [...(at - walk.at < FORGOTTEN_MS ? walk.recent : []), step].slice(-REMEMBERED),
  };
}

/**
 * Where a walk stands after its last step.
 * - `open`: the last round answered, and no block is being left behind.
 * - `recovering`: the last round answered, after a decided block; one more will tell.
 * - `failing`: the last round failed, undecided.
 * - `blocked`: decided.
 */
export type Standing = 'unknown' | 'open' | 'recovering' | 'failing' | 'blocked';

export function standing(walk: Walk | undefined): Standing {
  const last = walk?.recent.at(-1);
  if (walk === undefined || last === undefined) return 'unknown';
  if (last === 'failed') return walk.sum >= UPPER ? 'blocked' : 'failing';
  return walk.blocked ? 'recovering' : 'open';
}

/**
 * The rounds that speak for the walk's standing, and how many of them failed: those since the role last answered or, once a block is
 * decided, since it last answered twice in a row, because one answer does not end a block.
 */
export function run({ recent, blocked }: Walk = START): { readonly rounds: number; readonly failing: number } {
  const failed = recent.map((step) => step === 'failed');
  if (!failed.at(-1) && !(blocked && failed.at(-2))) {
    return { rounds: recent.length - (failed.lastIndexOf(true) + 1), failing: 0 };
  }
  const quiet = failed.findLastIndex((now, index) => !now && (!blocked || failed[index - 1] === false));
  const story = failed.slice(quiet + 1);
  return { rounds: story.length - story.indexOf(true), failing: story.filter(Boolean).length };
}
