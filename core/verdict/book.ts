import { CAP, type Carrier } from '../evidence/line.ts';
import type { NetworkMemory } from '../evidence/memory.ts';
import { advance, type run, START, type Step, type Walk } from '../evidence/sequential.ts';
import type { Mechanism } from '../vocabulary.ts';
import type { RuleId } from './rules.ts';
import type { Judgement } from './snapshot.ts';
import { isOldBlock } from './words.ts';

/** Rounds that speak for a judgement, and how many of them failed. */
export type Run = ReturnType<typeof run>;

/** The network's memory while a round is judged: sequential tests take their steps in it, and judgements learn since when they hold. */
export class Book {
  readonly walks: Record<string, Walk>;
  readonly since: Record<string, { state: string; at: number }>;
  readonly #at: number;
  readonly #pOpen: Readonly<Record<Carrier, number | null>>;

  /**
   * @param at when the round started
   * @param pOpen P(fail | open) by carrier; null on a line too bad to judge by
   */
  constructor(before: NetworkMemory, at: number, pOpen: Readonly<Record<Carrier, number | null>>) {
    this.walks = { ...before.walks };
    this.since = { ...before.since };
    this.#at = at;
    this.#pOpen = pOpen;
  }

  walk(name: string): Walk {
    return this.walks[name] ?? START;
  }

  /**
   * One round's step of a sequential test; null takes none. A failure on a line too bad to judge by is no step, an answer always is.
   *
   * @param floor P(fail | open) is at least this for a failure of this kind
   */
  step(name: string, outcome: Step | null, carrier: Carrier, floor = 0): Walk {
    const p = this.#pOpen[carrier];
    if (outcome === null || (p === null && outcome === 'failed')) return this.walk(name);
    const next = advance(this.walk(name), outcome, Math.max(floor, p ?? CAP), this.#at);
    this.walks[name] = next;
    return next;
  }

  /** Since when something has been in this state. */
  holds(name: string, state: string): number {
    const known = this.since[name];
    if (known?.state === state && known.at <= this.#at) return known.at;
    this.since[name] = { state, at: this.#at };
    return this.#at;
  }

  /** Since when this is blocked, as far as that was ever decided: doubt does not end a block. */
  blockedSince(name: string): number | undefined {
    const known = this.since[`${name}/block`] ?? this.since[name];
    return known && BLOCKED.includes(known.state) ? known.at : undefined;
  }

  /** A verdict with its rounds and its date. One that no sequential test stands behind rests on this round alone. */
  judgement<State extends string>(
    name: string,
    { rule, state }: { readonly rule: RuleId; readonly state: State },
    counted: Run,
    asked: boolean,
    mechanism?: Mechanism,
  ): Judgement<State> {
    const mark = `${name}/block`;
    const before = this.blockedSince(name);
    const since = this.holds(name, state);
    // An outage explains what was called blocked in its first days, and nothing that is older.
    const isInDoubt = state === 'down' ? isOldBlock(before, this.#at) : DOUBT.includes(state) && rule !== ANSWERED;
    if (BLOCKED.includes(state) || (before && isInDoubt)) {
      this.since[mark] = { state: 'unreachable', at: Math.min(before ?? since, since) };
    } else delete this.since[mark];
    return {
      state,
      rule,
      ...(mechanism && { mechanism }),
      ...(counted.rounds > 0 ? counted : { rounds: asked ? 1 : 0, failing: 0 }),
      since,
    };
  }
}

/** States of what is blocked. A block's own date is kept under the latter; before it had one, the state's was all that was stored. */
const BLOCKED: readonly string[] = ['likely-blocked', 'unreachable'];

/** They end no block, … */
const DOUBT: readonly string[] = ['suspected', 'insufficient'];
/** … unless it is only the signalling that leaves them in doubt: the relay answers. */
const ANSWERED: RuleId = 'calls.signalling-untestable';
