import type { Outcome, Played } from './outcome.ts';
import { hasBadLine, pathOf } from './truth.ts';
import { accuses } from './words.ts';

export interface Spread {
  readonly count: number;
  readonly median: number | null;
  readonly most: number | null;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined) return { count: 0, median: null, most: null };
  return { count: sorted.length, median: (low + high) / 2, most: sorted.at(-1) ?? null };
}

/** The product confirms this long after the end of a round (`entrypoints/background/schedule.ts`); scenarios don't wait for it. */
export const PAUSE_MS = 30_000;

/** From the start of the first round to the end of this one, as if rounds followed each other as they do for a person. */
export const atProductPaceMs = (durations: readonly number[], round: number): number =>
  durations.slice(0, round).reduce((sum, duration) => sum + duration, (round - 1) * PAUSE_MS);

const durations = ({ document }: Played): number[] => document.eachRound.map(({ durationMs }) => durationMs);

const onGoodLines = (outcomes: readonly Outcome[]): { played: Played; service: string }[] =>
  outcomes.flatMap(({ scenario, played }) =>
    played.flatMap((one) =>
      hasBadLine(one.phase) ? [] : scenario.services.map((service) => ({ played: one, service })),
    ),
  );

/**
 * Until something was said of calls whose relays were silent, on lines that are good, ms: the end of the service's last question in the first
 * round that said something, and the rounds before.
 */
export const firstWordsMs = (outcomes: readonly Outcome[]): number[] =>
  onGoodLines(outcomes).flatMap(({ played, service }) => {
    if (pathOf(played.phase, service, 'calls') !== 'blocked' || pathOf(played.phase, service, 'messages') !== 'open')
      return [];
    const speaking = played.document.eachRound.find(({ services }) =>
      services.some(({ id, calls }) => id === service && calls.state !== 'insufficient'),
    );
    if (!speaking) return [];
    const { round } = speaking;
    const asked = questions(played, service, round);
    if (!asked.some(({ transport, outcome }) => transport === 'udp' && outcome === 'silent')) return [];
    const before = atProductPaceMs(durations(played), round) - speaking.durationMs;
    return [before + Math.max(...asked.map(({ durationMs }) => durationMs))];
  });

const questions = ({ document }: Played, service: string, round: number) =>
  document.observations.filter((seen) => seen.round === round && 'services' in seen && seen.services.includes(service));

/** Until calls were called blocked and stayed so to the end, on lines that are good, at the product's pace, seconds. */
export const confirmedSeconds = (outcomes: readonly Outcome[]): number[] =>
  onGoodLines(outcomes).flatMap(({ played, service }) => {
    if (pathOf(played.phase, service, 'calls') !== 'blocked') return [];
    const round = confirmedIn(played, service);
    return round === null ? [] : [atProductPaceMs(durations(played), round) / 1000];
  });

function confirmedIn({ document }: Played, service: string): number | null {
  const accused = document.eachRound.map(({ services }) =>
    services.some(({ id, calls }) => id === service && accuses(calls)),
  );
  const lastOther = accused.lastIndexOf(false);
  return lastOther === accused.length - 1 ? null : lastOther + 2;
}
