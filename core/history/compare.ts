import type { CallEnd, TransportCall } from '../call/call.ts';
import type { CallState, MessageState } from '../vocabulary.ts';
import { type CallRecord, type DayRecord, dayOf, type History, type RoundRecord } from './records.ts';

/** Two networks, or two times on one, side by side: what of it differs, no stronger than the evidence. */

/** One side: some networks, in a span of time or in the round nearest to a moment. Ms since the epoch. */
export interface Side {
  readonly networks: readonly string[];
  /** `within`: a round further away, ms, says nothing about that moment. */
  readonly when: { readonly from: number; readonly to: number } | { readonly at: number; readonly within?: number };
}

export interface Comparison {
  /** Of both sides, in the order of the first. */
  readonly services: readonly ServiceComparison[];
  /** Median time in which the control servers answered. */
  readonly roundTrip: Cost;
  /** Rounds, those of compacted days included. */
  readonly rounds: Pair<number>;
  /** Moment of the first and the last record of each side. */
  readonly spans: Pair<{ readonly from: number; readonly to: number } | null>;
}

export interface ServiceComparison {
  readonly id: string;
  readonly calls: Change<CallState>;
  readonly messages: Change<MessageState>;
  /** Median time in which its relays answered. */
  readonly relay: Cost;
  /** Through a server of the person's own; null where neither side has one. */
  readonly call: CallComparison | null;
}

/** One test call a side: the nearest to its moment, or the last in its span. */
export interface CallComparison {
  readonly sides: Pair<CallRecord | null>;
  /** From the first to the second, over the transports that both tried. Null: no difference that two calls show. */
  readonly change: 'gained' | 'lost' | 'better' | 'worse' | null;
  /** How each sounded at best over those transports; null where one did not carry sound, or nobody can tell. */
  readonly mos: Pair<number> | null;
}

type Pair<T> = readonly [T, T];

export interface Change<State> {
  readonly sides: Pair<Said<State>>;
  /** From the first side to the second. Null: no difference that evidence carries. */
  readonly change: 'gained' | 'lost' | null;
}

/** What the rounds of one side say: the state that more than half of the decided ones found. */
export interface Said<State> {
  /** `insufficient` where rounds were made and decide nothing; null where none was. */
  readonly state: State | 'insufficient' | null;
  readonly agreeing: number;
  readonly decided: number;
}

export interface Cost {
  readonly sides: Pair<Median | null>;
  /** How much longer the second takes, ms. Null where a side has none, or both are alike. */
  readonly differenceMs: number | null;
}

export interface Median {
  readonly ms: number;
  readonly count: number;
}

export function compare(history: Compared, first: Side, second: Side): Comparison {
  const sides = [recordsOf(history, first), recordsOf(history, second)] as const;
  const ids = new Set(
    sides.flatMap(({ rounds, days, calls }) => [
      ...[...rounds, ...days].flatMap(({ services }) => Object.keys(services)),
      ...calls.map(({ service }) => service),
    ]),
  );
  return {
    services: [...ids].map((id) => ({
      id,
      calls: changeOf(sides, (side) => countsOf(side, id, 'calls'), CALLS),
      messages: changeOf(sides, (side) => countsOf(side, id, 'messages'), MESSAGES),
      relay: costOf(sides, ({ services }) => services[id]?.relayMs),
      call: compareCalls(both(sides, ({ calls }) => calls.find(({ service }) => service === id) ?? null)),
    })),
    roundTrip: costOf(sides, ({ roundTripMs }) => roundTripMs),
    rounds: both(sides, ({ rounds, days }) => rounds.length + days.reduce((sum, day) => sum + day.rounds, 0)),
    spans: both(sides, ({ rounds, days }) => {
      const moments = [...rounds.map(({ at }) => at), ...days.map(({ day }) => day * 86_400_000)];
      return moments.length === 0 ? null : { from: moments.reduce(least), to: moments.reduce(most) };
    }),
  };
}

export type Compared = Pick<History, 'rounds' | 'days' | 'calls'>;

interface Records {
  readonly rounds: readonly RoundRecord[];
  /** Only those whose rounds are gone. */
  readonly days: readonly DayRecord[];
  /** The one that counts first. */
  readonly calls: readonly CallRecord[];
}
type Sides = Pair<Records>;

// A history is longer than a list of arguments may be.
const least = (a: number, b: number) => Math.min(a, b);
const most = (a: number, b: number) => Math.max(a, b);

const both = <T>([first, second]: Sides, of: (side: Records) => T): Pair<T> => [of(first), of(second)];

function recordsOf(history: Compared, { networks, when }: Side): Records {
  const here = history.rounds.filter(({ network }) => networks.includes(network));
  const made = history.calls.filter(({ network }) => network !== null && networks.includes(network));
  if ('at' in when) {
    const { at, within = Number.POSITIVE_INFINITY } = when;
    const nearest = <Row extends { readonly at: number }>(rows: readonly Row[]) =>
      rows
        .filter((row) => Math.abs(row.at - at) <= within)
        .toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at));
    return { rounds: nearest(here).slice(0, 1), days: [], calls: nearest(made) };
  }
  const rounds = here.filter(({ at }) => at >= when.from && at <= when.to);
  const kept = new Set(rounds.map(({ network, at }) => `${network} ${dayOf(at)}`));
  const days = history.days.filter(
    ({ network, day }) =>
      networks.includes(network) && day >= dayOf(when.from) && day <= dayOf(when.to) && !kept.has(`${network} ${day}`),
  );
  const calls = made.filter(({ at }) => at >= when.from && at <= when.to).toSorted((a, b) => b.at - a.at);
  return { rounds, days, calls };
}

/** How often each state was found. */
type Counts<State extends string> = Partial<Record<State, number>>;

function countsOf<Kind extends 'calls' | 'messages'>({ rounds, days }: Records, id: string, kind: Kind) {
  type State = Kind extends 'calls' ? CallState : MessageState;
  const counts: Counts<State> = {};
  const add = (state: State, count: number) => {
    counts[state] = (counts[state] ?? 0) + count;
  };
  for (const { services } of rounds) {
    const service = services[id];
    if (service) add(service[kind] as State, 1);
  }
  for (const { services } of days) {
    for (const [state, count] of Object.entries(services[id]?.[kind] ?? {})) add(state as State, count);
  }
  return counts;
}

interface Meaning<State> {
  readonly works: readonly State[];
  readonly fails: readonly State[];
  readonly undecided: readonly State[];
}

const CALLS: Meaning<CallState> = {
  works: ['clear', 'impaired'],
  fails: ['likely-blocked', 'unreachable'],
  undecided: ['insufficient', 'suspected'],
};
const MESSAGES: Meaning<MessageState> = {
  works: ['reachable'],
  fails: ['likely-blocked'],
  undecided: ['insufficient', 'suspected'],
};

function changeOf<State extends string>(
  sides: Sides,
  counts: (side: Records) => Counts<State>,
  { works, fails, undecided }: Meaning<State>,
): Change<State> {
  const said = both(sides, (side) => saidBy(counts(side), undecided));
  const is = (states: readonly State[], { state }: Said<State>) => states.some((known) => known === state);
  const change =
    is(fails, said[0]) && is(works, said[1]) ? 'gained' : is(works, said[0]) && is(fails, said[1]) ? 'lost' : null;
  return { sides: said, change };
}

function saidBy<State extends string>(counts: Counts<State>, undecided: readonly State[]): Said<State> {
  const found = Object.entries(counts) as [State, number][];
  const decided = found.filter(([state]) => !undecided.includes(state));
  const total = decided.reduce((sum, [, count]) => sum + count, 0);
  const [state, agreeing] = decided.toSorted((a, b) => b[1] - a[1])[0] ?? [null, 0];
  if (state !== null && agreeing > total / 2) return { state, agreeing, decided: total };
  return { state: found.length > 0 ? 'insufficient' : null, agreeing, decided: total };
}

/** Below this nobody hears a difference, and one call varies by as much. */
const LEAST_MOS = 0.3;

function compareCalls(sides: Pair<CallRecord | null>): CallComparison | null {
  const [first, second] = sides;
  if (!first && !second) return null;
  const tried = ({ calls }: CallRecord) => calls.filter(({ end }) => !TELLS_NOTHING.includes(end));
  const alike = (call: CallRecord | null, other: CallRecord | null) =>
    call && other
      ? tried(call).filter(({ transport }) => tried(other).some((same) => same.transport === transport))
      : [];
  const [before, after] = [alike(first, second), alike(second, first)];
  const [soundBefore, soundAfter] = [before.filter(carriesSound), after.filter(carriesSound)];
  const best = (calls: readonly TransportCall[]) => calls.flatMap(({ mos }) => mos ?? []).reduce(most, 0);
  const mos: Pair<number> = [best(soundBefore), best(soundAfter)];
  const isKnown = mos[0] > 0 && mos[1] > 0;
  const difference = isKnown ? mos[1] - mos[0] : 0;
  const change = (): CallComparison['change'] => {
    if (before.length === 0) return null;
    if (soundBefore.length === 0) return soundAfter.length === 0 ? null : 'gained';
    if (soundAfter.length === 0) return 'lost';
    if (Math.abs(difference) < LEAST_MOS) return null;
    return difference > 0 ? 'better' : 'worse';
  };
  return { sides, change: change(), mos: isKnown ? mos : null };
}

/** Nothing of the way: a relay that refuses was reached, and no network gives it a reason to. */
const TELLS_NOTHING: readonly CallEnd[] = ['refused', 'cancelled', 'interrupted', 'untestable'];
const carriesSound = ({ end }: TransportCall): boolean => end === 'works' || end === 'poor';

/** Below this a difference is no cost that anybody hears, and within what one line varies by. */
const LEAST_MS = 10;
const LEAST_SHARE = 0.2;

function costOf(sides: Sides, of: (round: RoundRecord) => number | undefined): Cost {
  const medians = both(sides, ({ rounds }) => median(rounds.flatMap((round) => of(round) ?? [])));
  const [first, second] = medians;
  if (!first || !second) return { sides: medians, differenceMs: null };
  const difference = second.ms - first.ms;
  const least = Math.max(LEAST_MS, LEAST_SHARE * Math.min(first.ms, second.ms));
  return { sides: medians, differenceMs: Math.abs(difference) < least ? null : difference };
}

function median(values: readonly number[]): Median | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : { ms: (low + high) / 2, count: sorted.length };
}
