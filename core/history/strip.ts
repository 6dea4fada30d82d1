import { DAY_MS } from '../day.ts';
import {
  CALL_STATES,
  type CallState,
  MESSAGE_STATES,
  type Mechanism,
  type MessageState,
  NETWORK_STATES,
  type NetworkState,
} from '../vocabulary.ts';
import { cellAt } from './ranges.ts';
import type { DayRecord, RoundRecord } from './records.ts';

/** A span of time, and what the rounds in it said. */
export interface Cell<State extends string> {
  readonly from: number;
  readonly to: number;
  readonly rounds: number;
  /** How many rounds said what, the most first. */
  readonly said: readonly (readonly [state: State, rounds: number])[];
  /** Null: no round. Nothing is carried over from before. */
  readonly state: State | 'mixed' | null;
  /** How it failed, by most of the rounds that know. */
  readonly mechanism: Mechanism | null;
}

/** One network's strips: cells in the order of time. */
export interface Strips {
  readonly network: readonly Cell<NetworkState>[];
  readonly services: ReadonlyMap<string, ServiceStrips>;
  /** Rounds dated after the last cell: the clock was set back since. They are in no cell. */
  readonly later: number;
}
export interface ServiceStrips {
  readonly calls: readonly Cell<CallState>[];
  readonly messages: readonly Cell<MessageState>[];
}

/** Strips from rounds; a round is in the cell in which it began. @param edges see `edgesOf` */
export function stripsOf(edges: readonly number[], rounds: readonly RoundRecord[]): Strips {
  const table = tableOf(edges);
  for (const { at, state, services } of rounds) {
    const cell = table.cell(at);
    if (!cell) continue;
    cell.network(state, 1);
    for (const [id, { calls, messages, mechanism }] of Object.entries(services)) {
      cell.calls(id, calls, 1, mechanism);
      cell.messages(id, messages, 1, mechanism);
    }
  }
  return table.read();
}

/** Strips from days that were counted. */
export function stripsOfDays(edges: readonly number[], days: readonly DayRecord[]): Strips {
  const table = tableOf(edges);
  for (const { day, state, services } of days) {
    const cell = table.cell(day * DAY_MS);
    if (!cell) continue;
    for (const [said, count] of counts(state)) cell.network(said, count);
    for (const [id, { calls, messages }] of Object.entries(services)) {
      for (const [said, count] of counts(calls)) cell.calls(id, said, count);
      for (const [said, count] of counts(messages)) cell.messages(id, said, count);
    }
  }
  return table.read();
}

const counts = <State extends string>(record: Readonly<Partial<Record<State, number>>>) =>
  Object.entries(record) as [State, number][];

/** Cells that say the same one after another, which are drawn and read as one. */
export interface Run<State extends string> extends Cell<State> {
  /** First cell, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

export function runsOf<State extends string>(cells: readonly Cell<State>[], order: readonly State[]): Run<State>[] {
  const runs: Run<State>[] = [];
  let start = 0;
  while (start < cells.length) {
    let end = start + 1;
    while (end < cells.length && cells[end]?.state === cells[start]?.state) end++;
    const inside = cells.slice(start, end);
    const said = new Tally(order);
    for (const cell of inside) for (const [state, rounds] of cell.said) said.add(state, rounds, null);
    const mechanism = inside.find((cell) => cell.mechanism !== null)?.mechanism ?? null;
    const first = inside[0] as Cell<State>;
    runs.push({ ...said.cell(first.from, inside.at(-1)?.to ?? first.to), state: first.state, mechanism, start, end });
    start = end;
  }
  return runs;
}

/** States that say "blocked", and those that say it is not. All others say neither. */
const BLOCKED: ReadonlySet<string> = new Set<CallState | MessageState | NetworkState>([
  'likely-blocked',
  'unreachable',
  'some-blocked',
  'calls-blocked',
  'udp-blocked',
]);
const WORKING: ReadonlySet<string> = new Set<CallState | MessageState | NetworkState>([
  'clear',
  'impaired',
  'reachable',
]);
/** Nothing could be measured. */
const SILENT: ReadonlySet<string> = new Set<CallState | MessageState | NetworkState>([
  'insufficient',
  'offline',
  'sign-in-needed',
  'browser-restricted',
]);
export const isBlocked = (state: string | null): boolean => state !== null && BLOCKED.has(state);
export const isWorking = (state: string | null): boolean => state !== null && WORKING.has(state);

/** Counts of what was said in one cell about one thing. */
class Tally<State extends string> {
  readonly #order: readonly State[];
  readonly #said = new Map<State, number>();
  readonly #mechanisms = new Map<Mechanism, number>();

  constructor(order: readonly State[]) {
    this.#order = order;
  }

  add(state: State, count: number, mechanism: Mechanism | null | undefined): void {
    if (count <= 0) return;
    this.#said.set(state, (this.#said.get(state) ?? 0) + count);
    if (mechanism) this.#mechanisms.set(mechanism, (this.#mechanisms.get(mechanism) ?? 0) + count);
  }

  cell(from: number, to: number): Cell<State> {
    const rank = (state: State) => this.#order.indexOf(state);
    // Of states said equally often, the one that the vocabulary names later is the graver one.
    const said = [...this.#said].sort(([a, n], [b, m]) => m - n || rank(b) - rank(a));
    const rounds = said.reduce((sum, [, count]) => sum + count, 0);
    const mechanism = [...this.#mechanisms].sort(([, n], [, m]) => m - n)[0]?.[0] ?? null;
    return { from, to, rounds, said, state: verdict(said.map(([state]) => state)), mechanism };
  }
}

/** Blocked for some rounds and working for others is neither. A block is never outvoted by doubt, nor an answer by silence. */
function verdict<State extends string>(said: readonly State[]): State | 'mixed' | null {
  const blocked = said.find(isBlocked);
  if (blocked) return said.some(isWorking) ? 'mixed' : blocked;
  return said.find((state) => !SILENT.has(state)) ?? said[0] ?? null;
}

/** Tallies by cell, and by service as services turn up. */
function tableOf(edges: readonly number[]) {
  const cells = edges.length - 1;
  const row = <State extends string>(order: readonly State[]) =>
    Array.from({ length: cells }, () => new Tally<State>(order));
  const network = row(NETWORK_STATES);
  const services = new Map<string, { calls: Tally<CallState>[]; messages: Tally<MessageState>[] }>();
  const service = (id: string) => {
    const known = services.get(id) ?? { calls: row(CALL_STATES), messages: row(MESSAGE_STATES) };
    services.set(id, known);
    return known;
  };
  let later = 0;

  return {
    cell(at: number) {
      const index = cellAt(edges, at);
      if (index === null) {
        if (at >= (edges[cells] ?? at)) later++;
        return null;
      }
      return {
        network: (state: NetworkState, count: number) => network[index]?.add(state, count, null),
        calls: (id: string, state: CallState, count: number, mechanism?: Mechanism) =>
          service(id).calls[index]?.add(state, count, isBlocked(state) ? mechanism : null),
        messages: (id: string, state: MessageState, count: number, mechanism?: Mechanism) =>
          service(id).messages[index]?.add(state, count, isBlocked(state) ? mechanism : null),
      };
    },
    read(): Strips {
      const read = <State extends string>(tallies: readonly Tally<State>[]) =>
        tallies.map((tally, i) => tally.cell(edges[i] ?? 0, edges[i + 1] ?? 0));
      return {
        network: read(network),
        services: new Map(
          [...services].map(([id, { calls, messages }]) => [id, { calls: read(calls), messages: read(messages) }]),
        ),
        later,
      };
    },
  };
}
