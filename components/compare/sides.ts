import type { Side } from '../../core/history/compare.ts';

/** What a person picks for one side. */
export interface Pick {
  /** Index of the network. */
  readonly network: number;
  readonly when: When;
  /** For `moment`: local time as `<input type="datetime-local">` writes it. */
  readonly moment: string;
}
export const WHENS = ['latest', 'day', 'week', 'month', 'moment'] as const;
export type When = (typeof WHENS)[number];

/** A network as the page names it: perhaps several addresses with one name. */
export interface Named {
  readonly label: string;
  readonly keys: readonly string[];
}

const DAY = 86_400_000;
const SPANS: Partial<Record<When, number>> = { day: DAY, week: 7 * DAY, month: 30 * DAY };

export function sideOf({ network, when, moment }: Pick, networks: readonly Named[], now: number): Side {
  const keys = networks[network]?.keys ?? [];
  const span = SPANS[when];
  if (span !== undefined) return { networks: keys, when: { from: now - span, to: now } };
  const at = when === 'moment' ? new Date(moment).getTime() : now;
  if (when === 'latest' || Number.isNaN(at)) return { networks: keys, when: { at: now } };
  return { networks: keys, when: { at, within: DAY / 2 } };
}

/** The first network is the one that the person is on. */
export const thisAndAnother = (now: number): readonly [Pick, Pick] => [latest(0, now), latest(1, now)];
export const weekAgoAndNow = (now: number): readonly [Pick, Pick] => [
  { network: 0, when: 'moment', moment: local(now - 7 * DAY) },
  latest(0, now),
];

const latest = (network: number, now: number): Pick => ({ network, when: 'latest', moment: local(now) });

/** `2026-11-21T14:05`, in the device's own time zone. */
const local = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
