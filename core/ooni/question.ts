import { DAY_MS } from '../day.ts';
import { OONI_HOST, OONI_TESTS, type OoniTest, type OpinionQuestion } from './opinion.ts';

const DAYS = 14;

/**
 * Today is among the days: a block that began this morning is one. OONI counts days of UTC.
 *
 * @param asn null: of the country alone
 */
export const questionOf = (country: string, asn: number | null, now: number): OpinionQuestion => ({
  country,
  asn,
  since: isoDay(now - (DAYS - 1) * DAY_MS),
  until: isoDay(now + DAY_MS),
});

/** The last day that is counted. */
export const lastDay = ({ until }: OpinionQuestion): string => isoDay(Date.parse(until) - DAY_MS);

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Of whom counts are asked. All tests at once: OONI counts what a question costs it. */
export interface Addresses {
  readonly operator: string | null;
  readonly country: string;
  readonly world: string;
}

/** The aggregation API (ooni/backend, oonimeasurements, `/v1/aggregation`). */
export function addressesOf({ country, asn, since, until }: OpinionQuestion): Addresses {
  const tests = `test_name=${Object.keys(OONI_TESTS)}&axis_x=test_name&since=${since}&until=${until}`;
  const of = (whom: string) => `https://${OONI_HOST}/api/v1/aggregation?${whom}${tests}`;
  return {
    operator: asn === null ? null : of(`probe_cc=${country}&probe_asn=AS${asn}&`),
    country: of(`probe_cc=${country}&`),
    world: of(''),
  };
}

/** The same measurements day by day, for people. */
export function explorerAddress({ country, asn, since, until }: OpinionQuestion, test: OoniTest): string {
  const whom = `probe_cc=${country}${asn === null ? '' : `&probe_asn=AS${asn}`}`;
  const days = `since=${since}&until=${until}&axis_x=measurement_start_day&time_grain=day`;
  return `https://explorer.ooni.org/chart/mat?test_name=${test}&${whom}&${days}`;
}
