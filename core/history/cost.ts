import { DAY_MS } from '../day.ts';
import type { SpellRecord } from './records.ts';

/**
 * What a block has cost. An estimate: between two rounds that found calls blocked they are taken for blocked all the time, and every minute
 * of calls on such a day for one that had to be paid.
 */

/** The person's own figures. */
export interface Tariff {
  /** Minutes of calls a day. */
  readonly minutes: number;
  /** What a minute costs without the app. */
  readonly price: number;
  /** ISO 4217, three capitals. */
  readonly currency: string;
}

/** How long calls of one service were blocked on one operator. */
export interface BlockedTime {
  readonly operator: string;
  readonly service: string;
  /** Times that overlap on several of the operator's networks count once. */
  readonly ms: number;
  /** When it was first and last found blocked, ms since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** Spells as they were recorded, of any of an operator's address ranges. Merged ones would count time in which nobody looked. */
export interface OperatorSpells {
  readonly operator: string;
  readonly spells: readonly Pick<SpellRecord, 'kind' | 'subject' | 'from' | 'to' | 'seenAt'>[];
}

/** By operator, those with the longest block first; within one by service, the longest first. */
export function blockedTimes(networks: readonly OperatorSpells[], now: number): BlockedTime[] {
  const calls = networks.flatMap(({ operator, spells }) =>
    spells.flatMap(({ kind, subject, from, to, seenAt }) =>
      // The round that saw calls work may come months after the last that did not. What lies ahead is a wrong clock's.
      kind === 'calls' && from <= now
        ? [{ operator, service: subject, from, until: Math.max(from, Math.min(seenAt, to ?? now, now)) }]
        : [],
    ),
  );
  const times = [...Map.groupBy(calls, ({ operator, service }) => JSON.stringify([operator, service])).values()].map(
    (spells): BlockedTime => {
      const [{ operator, service }] = spells as [(typeof spells)[number]];
      return {
        operator,
        service,
        ms: union(spells),
        from: Math.min(...spells.map(({ from }) => from)),
        until: Math.max(...spells.map(({ until }) => until)),
      };
    },
  );
  const longest = new Map<string, number>();
  for (const { operator, ms } of times) longest.set(operator, Math.max(ms, longest.get(operator) ?? 0));
  const order = (a: BlockedTime, b: BlockedTime) =>
    (longest.get(b.operator) ?? 0) - (longest.get(a.operator) ?? 0) ||
    a.operator.localeCompare(b.operator) ||
    b.ms - a.ms ||
    a.service.localeCompare(b.service);
  return times.sort(order);
}

/** Length of the time that at least one of them covers. */
function union(spans: readonly { readonly from: number; readonly until: number }[]): number {
  let covered = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    covered += Math.max(0, until - Math.max(from, end));
    end = Math.max(end, until);
  }
  return covered;
}

/** Days blocked × minutes a day × price of a minute, in the tariff's currency. */
export const costOf = (ms: number, { minutes, price }: Tariff): number => (ms / DAY_MS) * minutes * price;

/** Far beyond any tariff; a day has 1440 minutes. */
export const MOST = { minutes: 1440, price: 1_000_000 } as const;

/** Null unless it is one: nothing was filled in, or what was stored is damaged. */
export function readTariff(stored: unknown): Tariff | null {
  const { minutes, price, currency } = Object(stored) as Record<string, unknown>;
  const fits = (value: unknown, most: number): value is number =>
    typeof value === 'number' && value > 0 && value <= most;
  if (!fits(minutes, MOST.minutes) || !fits(price, MOST.price)) return null;
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { minutes, price, currency } : null;
}
