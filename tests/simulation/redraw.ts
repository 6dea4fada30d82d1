import type { Observation } from '../../core/evidence/observation.ts';
import { assess } from '../../core/verdict/assess.ts';
import { falseWords, saidBy } from './false-words.ts';
import { pick, type Random, seeded } from './random.ts';
import { observationsOf, type Recording, type Seen } from './recorded.ts';
import { CONTROLS, earned, SERVICES } from './story.ts';

/**
 * New rounds from recorded ones of the same line and browser. `rounds`: as they were, in any order. `endpoints`: every question by itself
 * gets one of the answers that it got there, so that what never met in one round meets.
 */
export type Redraw = 'rounds' | 'endpoints';
export const REDRAWS: readonly Redraw[] = ['rounds', 'endpoints'];

/** Rounds on one network before the next one that knows nothing of it. */
const VISIT_ROUNDS = 10;
const SPACING_MS = 30_000;

/** False words in so many rounds, each as `line, browser: what`. */
export function redrawn(recording: Recording, index: number, how: Redraw, rounds: number, seed: number): string[] {
  const recordedLine = recording.lines[index];
  const [first, ...rest] = (recordedLine?.rounds ?? []).map((round) => observationsOf(recording, round));
  if (!first) return [];
  const random = seeded(seed);
  const words: string[] = [];
  let memory = earned();
  for (let round = 0; round < rounds; round++) {
    if (round % VISIT_ROUNDS === 0) memory = earned();
    const at = (Object.values(memory.networks)[0]?.lastRoundAt ?? Object.values(memory.answered)[0] ?? 0) + SPACING_MS;
    const observations = how === 'rounds' ? pick([first, ...rest], random) : mixed([first, ...rest], random);
    const seen = { at, observations: dated(observations, at), online: true, outages: new Set<string>() };
    const assessment = assess(seen, SERVICES, CONTROLS, memory);
    memory = assessment.memory;
    words.push(...falseWords(saidBy(assessment)).map((what) => `${recordedLine?.line}, ${recording.browser}: ${what}`));
  }
  return words;
}

const dated = (seen: Seen, startedAt: number): Seen =>
  new Map([...seen].map(([url, observation]) => [url, { ...observation, startedAt }]));

function mixed(rounds: readonly [Seen, ...Seen[]], random: Random): Seen {
  const urls = new Set(rounds.flatMap((round) => [...round.keys()]));
  return new Map(
    [...urls].flatMap((url): [string, Observation][] => {
      const drawn = pick(rounds, random).get(url);
      if (!drawn) return [];
      if (drawn.outcome !== 'inconclusive') return [[url, drawn]];
      // A question that was let go tells nothing; what it told in other rounds weighs more.
      const [first, ...rest] = rounds.flatMap((round) => round.get(url) ?? []).filter(isWord);
      return [[url, first ? pick([first, ...rest], random) : drawn]];
    }),
  );
}

const isWord = ({ outcome }: Observation): boolean => outcome !== 'inconclusive';
