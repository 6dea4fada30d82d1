import * as v from 'valibot';
import { type Counts, OONI_TESTS, type OoniTest, type Opinion, type OpinionQuestion } from './opinion.ts';

/** What the aggregation API answers when it is asked for each test's counts. Written by anybody: nothing in it is believed for its name. */

/** More than OONI has ever taken in, and few enough to be added up. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12));

const Row = v.pipe(
  v.object({
    ok_count: count,
    anomaly_count: count,
    /** Blocks that OONI is sure of; they are not among the anomalies. */
    confirmed_count: count,
    /** The measurement itself failed, and says nothing. */
    failure_count: count,
    measurement_count: count,
  }),
  v.check(
    (row) => row.ok_count + row.anomaly_count + row.confirmed_count + row.failure_count === row.measurement_count,
  ),
);

/** Four tests are asked for; a few more rows may come of a later API. */
const Answer = v.object({ result: v.pipe(v.array(v.looseObject({ test_name: v.string() })), v.maxLength(100)) });

export type CountsByTest = ReadonlyMap<OoniTest, Counts>;

/**
 * The counts of each test; a test that nobody ran has no row. One wrong row spoils the answer: without it, it would look as if nobody had
 * measured.
 *
 * @returns null for what can't be understood
 */
export function readAggregation(answer: unknown): CountsByTest | null {
  const read = v.safeParse(Answer, answer);
  if (!read.success) return null;
  const counts = new Map<OoniTest, Counts>();
  for (const row of read.output.result) {
    if (!isAsked(row.test_name)) continue;
    const { success, output } = v.safeParse(Row, row);
    if (!success || counts.has(row.test_name)) return null;
    const anomalies = output.anomaly_count + output.confirmed_count;
    counts.set(row.test_name, { measured: output.ok_count + anomalies, anomalies });
  }
  return counts;
}

const isAsked = (name: string): name is OoniTest => Object.hasOwn(OONI_TESTS, name);

/** @returns null where the answers contradict each other: what was measured on an operator was measured in its country, and that in the world */
export function opinionOf(
  question: OpinionQuestion,
  answers: { readonly operator: CountsByTest | null; readonly country: CountsByTest; readonly world: CountsByTest },
  askedAt: number,
): Opinion | null {
  const tests = (Object.keys(OONI_TESTS) as OoniTest[]).map((test) => ({
    test,
    operator: answers.operator && (answers.operator.get(test) ?? NONE),
    country: answers.country.get(test) ?? NONE,
    world: answers.world.get(test) ?? NONE,
  }));
  const fit = tests.every(
    ({ operator, country, world }) => (!operator || isPart(operator, country)) && isPart(country, world),
  );
  return fit ? { ...question, askedAt, tests } : null;
}

const NONE: Counts = { measured: 0, anomalies: 0 };

const isPart = (part: Counts, whole: Counts): boolean =>
  part.anomalies <= whole.anomalies && part.measured - part.anomalies <= whole.measured - whole.anomalies;
