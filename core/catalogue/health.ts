import { DAY_MS } from '../day.ts';

/**
 * The health record: what was heard of each endpoint of the catalogue from open networks, without a browser (`npm run catalogue:health`).
 * Days are ISO dates, UTC.
 */
export interface HealthRecord {
  /** The day of the newest run in it; null: nobody has ever asked. */
  readonly updatedOn: string | null;
  /** By the endpoint's address as the catalogue has it. */
  readonly endpoints: Readonly<Record<string, EndpointHealth>>;
}

export interface EndpointHealth {
  /** The last day on which any place asked. */
  readonly asked: string;
  /** How many places asked within the two weeks before that day; of a silent one, since it is. */
  readonly places: number;
  /** The last day on which any place heard an answer. */
  readonly answered?: string;
  /** What that answer was: `STUN 0101`, `TURN 401`, `HTTP 200`, `WS 101`. */
  readonly how?: string;
  /** The first day from which on no place has heard it. */
  readonly silentSince?: string;
}

export const NO_HEALTH: HealthRecord = { updatedOn: null, endpoints: {} };

/** An answer in the record vouches for an endpoint this long, days; as long as an answer to this installation does. */
export const VOUCH_DAYS = 90;
/** Silent everywhere for so many days, an endpoint's silence here says nothing any more; */
export const DEMOTE_DAYS = 30;
/** and for so many, it is no longer asked. */
export const RETIRE_DAYS = 90;

/** Asked within so many days, from at least so many places, … */
export const OUTAGE_DAYS = 14;
export const OUTAGE_PLACES = 2;

/** ISO dates. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** What the record makes of an endpoint. Only what was seen counts: a record that nobody renews demotes nothing further. */
export type Standing = 'unknown' | 'demoted' | 'retired';

export function standingOf(health: EndpointHealth | undefined): Standing {
  if (!health?.silentSince) return 'unknown';
  const days = daysBetween(health.silentSince, health.asked);
  if (days >= RETIRE_DAYS) return 'retired';
  return days >= DEMOTE_DAYS ? 'demoted' : 'unknown';
}

/** A clock that stands before that day (but for a day's time zones) knows nothing of it. */
function isWithin(days: number, day: string, at: number): boolean {
  const age = (at - Date.parse(day)) / DAY_MS;
  return age >= -1 && age <= days + 1;
}

/** The record saw it answer within 90 days. */
export const vouchedFor = (health: EndpointHealth | undefined, at: number): boolean =>
  health?.answered !== undefined && isWithin(VOUCH_DAYS, health.answered, at);

/** … an endpoint was silent to all of them. */
export const isSilentLately = ({ asked, places, answered = '', silentSince }: EndpointHealth, at: number): boolean =>
  silentSince !== undefined && answered < silentSince && places >= OUTAGE_PLACES && isWithin(OUTAGE_DAYS, asked, at);
