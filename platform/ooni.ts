import { type CountsByTest, opinionOf, readAggregation } from '../core/ooni/aggregation.ts';
import type { OpinionAnswer, OpinionProblem, OpinionQuestion } from '../core/ooni/opinion.ts';
import { pauseUntil } from '../core/ooni/pause.ts';
import { addressesOf } from '../core/ooni/question.ts';
import { patienceAsked } from '../core/reporting/queue.ts';
import { readText } from '../probes/read-body.ts';

/** For all that is asked: what has not come by then would outlive an idle worker, which a browser ends after 30 s. */
const PATIENCE_MS = 25_000;
/** Four rows are a kilobyte. */
const MOST_BYTES = 300_000;
/** What OONI still allows an address, in hundredths of a second of its server's time; less than a second might end within the next question. */
const LOW = 100;

/**
 * Asks OONI, one question after the other. It has to be able to tell who asks too much, so nothing is hidden from it, and nothing is told
 * that it does not need. Never rejects.
 */
export async function askOoni(question: OpinionQuestion): Promise<OpinionAnswer> {
  const addresses = addressesOf(question);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let left = Number.POSITIVE_INFINITY;
  const ask = async (address: string): Promise<CountsByTest> => {
    if (left <= 0) throw new Refusal('quota', pauseUntil(Date.now(), null));
    const answer = await fetchCounts(address, signal);
    left = answer.left;
    return answer.counts;
  };
  try {
    const operator = addresses.operator === null ? null : await ask(addresses.operator);
    const country = await ask(addresses.country);
    const world = await ask(addresses.world);
    const now = Date.now();
    const opinion = opinionOf(question, { operator, country, world }, now);
    if (!opinion) return { problem: 'not-understood' };
    return { opinion, ...(left < LOW && { notBefore: pauseUntil(now, null) }) };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    // No connection, no permission, a redirect, a body that ends too soon: the browser does not tell them apart.
    return { problem: signal.aborted ? 'slow' : 'unreachable' };
  }
}

class Refusal extends Error {
  readonly answer: OpinionAnswer;
  constructor(problem: OpinionProblem, notBefore?: number) {
    super(problem);
    this.answer = { problem, ...(notBefore !== undefined && { notBefore }) };
  }
}

/** @throws {Refusal} for an answer that is none */
async function fetchCounts(address: string, signal: AbortSignal): Promise<{ counts: CountsByTest; left: number }> {
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-store',
    signal,
  });
  const { status, ok, headers, body } = response;
  if (!ok) {
    void body?.cancel().catch(() => {});
    const asked = patienceAsked(headers.get('Retry-After'), Date.now());
    const pause = status === 429 || asked !== null ? pauseUntil(Date.now(), asked) : undefined;
    throw new Refusal(status === 429 ? 'quota' : 'status', pause);
  }
  const counts = readAggregation(await readJson(body));
  if (!counts) throw new Refusal('not-understood');
  return { counts, left: remaining(headers.get('X-RateLimit-Remaining')) };
}

/** @returns undefined for what is no JSON, or too much of it */
async function readJson(body: Response['body']): Promise<unknown> {
  if (!body) return undefined;
  try {
    return JSON.parse(await readText(body, MOST_BYTES));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const remaining = (header: string | null): number =>
  header !== null && /^\d+$/.test(header) ? Number(header) : Number.POSITIVE_INFINITY;
