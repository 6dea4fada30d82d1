import { controls, services } from '../../core/catalogue/files.ts';
import type { Service } from '../../core/catalogue/runtime.ts';
import { EMPTY_MEMORY, hasEarned, isDead, type Memory, recall, UNIDENTIFIED } from '../../core/evidence/memory.ts';
import { stillAnswers } from '../../core/evidence/sequential.ts';
import { type Assessment, assess } from '../../core/verdict/assess.ts';
import { counts, voter } from '../../core/verdict/vote.ts';
import { plan } from '../../probes/plan.ts';
import { survey } from '../../probes/survey.ts';
import type { Browser } from './exchange.ts';
import { type LossKind, lossyLine } from './loss.ts';
import { seeded } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';
import { asker } from './world.ts';

/** A network, as these simulations know networks. */
export interface Setting {
  readonly browser: Browser;
  readonly kind: LossKind;
  /** Share of the packets lost each way. */
  readonly loss: number;
  /** A service whose relays a filter drops, and in which share of the rounds it lets everything pass. */
  readonly block?: { readonly service: string; readonly leak: number };
}

/** The catalogue's services that are checked unless the person chooses otherwise, and its controls. */
export const SERVICES: readonly Service[] = services().filter(({ isDefault, retired }) => isDefault && !retired);
export const CONTROLS = controls();

const ENDPOINTS = SERVICES.flatMap(({ endpoints }) => endpoints);
const REFUSING = new Set(ENDPOINTS.flatMap(({ url, refusesBrowsers }) => (refusesBrowsers ? [url] : [])));

/** 1 October 2026, 08:00 UTC. */
const MORNING = Date.UTC(2026, 9, 1, 8);
/** Confirming rounds follow each other by this much, and what a check after a click may take at most, as in `entrypoints/background`. */
const SPACING_MS = 30_000;
const ROUND_MS = 24_000;
const SPREAD_MS = 60;

/** Everything has answered this installation before, on another network. */
export function earned(at = MORNING): Memory {
  const urls = [...ENDPOINTS, ...CONTROLS].map(({ url }) => url).filter((url) => !REFUSING.has(url));
  return { ...EMPTY_MEMORY, answered: Object.fromEntries(urls.map((url) => [url, at])) };
}

/**
 * Full rounds on a network that is new to this installation: the product's own survey and judgement, on simulated time, for as long as
 * somebody listens.
 */
export async function* story(
  { browser, kind, loss, block }: Setting,
  seed: number,
  time: VirtualTime,
): AsyncGenerator<Assessment> {
  const random = seeded(Math.imul(seed, 0x9e3779b1));
  time.now = MORNING;
  const relays = new Set(
    SERVICES.find(({ id }) => id === block?.service)?.endpoints.flatMap(({ role, url }) =>
      role === 'media' ? [url] : [],
    ),
  );
  let memory = earned();
  let key = UNIDENTIFIED;
  for (let turn = 0; ; turn++) {
    const at = time.now;
    const network = recall(memory, key, at);
    const voteOf = voter({ at, observations: new Map() }, memory);
    const questions = plan(SERVICES, CONTROLS, 'full', {
      earned: (url) => hasEarned(memory, url, at),
      hasVote: (endpoint) => counts(voteOf(endpoint)),
      settled: (role) => stillAnswers(network.walks[role], at),
      turn,
    });
    const leaks = random() < (block?.leak ?? 0);
    const ask = asker({
      browser,
      line: lossyLine(kind, loss, random),
      isBlocked: (url) => relays.has(url) && !leaks,
      refuses: (url) => REFUSING.has(url),
      random,
    });
    const bound = new AbortController();
    setTimeout(() => bound.abort(), ROUND_MS);
    const surveyed = survey(questions, {
      ask,
      isDead: (url) => isDead(memory, network, url),
      spreadMs: SPREAD_MS,
      random,
      signal: bound.signal,
      onProgress: () => {},
    });
    const observations = await time.until(surveyed);
    const round = { at, observations, online: true, outages: new Set<string>() };
    const assessment = assess(round, SERVICES, CONTROLS, memory);
    yield assessment;
    memory = assessment.memory;
    key = assessment.network.key ?? UNIDENTIFIED;
    time.now = Math.max(time.now, at + SPACING_MS);
  }
}
