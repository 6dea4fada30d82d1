import { anything, count, either, type Fits, list, number, object, oneOf, optional, text } from '../shape.ts';
import {
  type Counts,
  OONI_TESTS,
  type OoniTest,
  OPINION_PROBLEMS,
  type Opinion,
  type StoredOpinion,
  type TestOpinion,
} from './opinion.ts';
import { opinionsIn } from './pause.ts';

const twoCounts: Fits<Counts> = object<Counts>({ measured: count, anomalies: count });
const counts: Fits<Counts> = (value): value is Counts => twoCounts(value) && value.anomalies <= value.measured;
const nothing: Fits<null> = oneOf(null);
const day: Fits<string> = (value): value is string =>
  text(value) && /^\d{4}(-\d\d){2}$/.test(value) && !Number.isNaN(Date.parse(value));
const opinion: Fits<Opinion> = object<Opinion>({
  country: text,
  asn: either(number, nothing),
  since: day,
  until: day,
  askedAt: number,
  tests: list(
    object<TestOpinion>({
      test: oneOf(...(Object.keys(OONI_TESTS) as OoniTest[])),
      operator: either(counts, nothing),
      country: counts,
      world: counts,
    }),
  ),
});
const stored: Fits<StoredOpinion> = object<StoredOpinion>({
  opinions: anything as Fits<readonly Opinion[]>,
  triedAt: number,
  problem: optional(oneOf(...OPINION_PROBLEMS)),
  notBefore: optional(number),
});

/** What was stored; null for what can't be worked with. A damaged opinion takes nothing with it. */
export const readOpinions = (value: unknown): StoredOpinion | null =>
  stored(value) ? { ...value, opinions: opinionsIn(value).filter(opinion) } : null;
