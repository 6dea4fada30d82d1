import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemeOf } from '../catalogue/endpoint.ts';
import type { Service } from '../catalogue/runtime.ts';
import { EMPTY_MEMORY } from '../evidence/memory.ts';
import { type Assessment, assess } from './assess.ts';
import { isHint, type Round } from './round.ts';
import type { ServiceAssessment } from './snapshot.ts';
import { CHAT, type Chapter, CONTROLS, HOUR, MORNING, observe, of, roundOf, SERVICES, TALK, tell } from './testing.ts';
import { randomStory } from './testing-random.ts';

/** How hard a service is accused: not at all, suspected, decided. */
const accusation = ({ calls, messages }: ServiceAssessment): number =>
  Math.max(weight(calls.state), weight(messages.state));
const weight = (state: string): number =>
  state === 'likely-blocked' || state === 'unreachable' ? 2 : state === 'suspected' ? 1 : 0;

const decidedBy = ({ calls, messages }: ServiceAssessment) =>
  [calls, messages].filter(({ state }) => weight(state) === 2);

/** A story, and a last round on what it left. */
const lived = randomStory.chain((story) =>
  fc.record({ past: fc.constant(story.slice(0, -1)), last: fc.constant(story.at(-1) ?? {}) }),
);
const remembered = (past: readonly Chapter[]) => tell(past).at(-1)?.memory ?? EMPTY_MEMORY;
const judge = (round: Round, past: readonly Chapter[]): Assessment =>
  assess(round, SERVICES, CONTROLS, remembered(past));
const NOW = MORNING + 8 * HOUR;

describe('a round says the same', () => {
  test('in whatever order its answers came', () => {
    const shuffled = lived.chain(({ past, last }) => {
      const heard = [...roundOf(last, NOW).observations];
      return fc.record({
        past: fc.constant(past),
        last: fc.constant(last),
        order: fc.shuffledSubarray(heard, { minLength: heard.length }),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ past, last, order }) => {
        const round = roundOf(last, NOW);
        expect(judge({ ...round, observations: new Map(order) }, past)).toEqual(judge(round, past));
      }),
    );
  });

  test('of a service, whichever others are judged beside it', () => {
    fc.assert(
      fc.property(lived, fc.subarray([...SERVICES], { minLength: 1 }), ({ past, last }, some) => {
        const round = roundOf(last, NOW);
        const all = judge(round, past);
        const { services } = assess(round, some, CONTROLS, remembered(past));
        expect(services).toEqual(some.map((service) => of(all, service)));
      }),
    );
  });
});

describe('one more answer', () => {
  // A binding that answers is left out on purpose: it shows that the machine is alive, so the relay on it that is silent counts.
  const asked = SERVICES.flatMap((service) => service.endpoints.map((endpoint) => ({ service, ...endpoint }))).filter(
    ({ url }) => schemeOf(url) !== 'stun',
  );

  test('makes nobody look worse; of signalling, it may show that calls alone fail', () => {
    fc.assert(
      fc.property(lived, fc.constantFrom(...asked), ({ past, last }, { url, role, service }) => {
        const round = roundOf(last, NOW);
        const observations = new Map(round.observations).set(url, observe(url, 'answered', NOW));
        const [before, after] = [judge(round, past), judge({ ...round, observations }, past)];
        for (const one of SERVICES) {
          const [was, is] = [of(before, one), of(after, one)];
          expect(weight(is.messages.state)).toBeLessThanOrEqual(weight(was.messages.state));
          if (one === service && role === 'signalling') continue;
          expect(weight(is.calls.state)).toBeLessThanOrEqual(weight(was.calls.state));
        }
      }),
    );
  });
});

describe('while the controls answer', () => {
  test('the more rounds fail alike, the harder is the accusation, never the softer', () => {
    const failing = fc.subarray(
      SERVICES.flatMap(({ endpoints }) => endpoints.map(({ url }) => url)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(randomStory, failing, (past, urls) => {
        const again: Chapter = { fates: Object.fromEntries(urls.map((url) => [url, 'silent'])) };
        const rounds = tell(
          Array.from({ length: 8 }, () => again),
          { memory: remembered(past), from: NOW },
        );
        for (const service of SERVICES) {
          const course = rounds.map((round) => accusation(of(round, service)));
          expect(course).toEqual(course.toSorted());
        }
      }),
    );
  });
});

describe('nobody is decided to be blocked', () => {
  test('on fewer than two failing rounds', () => {
    fc.assert(
      fc.property(randomStory, (story) => {
        for (const { services } of tell(story))
          for (const judgement of services.flatMap(decidedBy)) expect(judgement.failing).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test('of whom fewer than two rounds saw a failure on this network', () => {
    const failsIn = ({ endpoints }: Service, { observations }: Round) =>
      endpoints.some(({ url }) => isHint(observations.get(url)));
    fc.assert(
      fc.property(randomStory, (story) => {
        const rounds = story.map((chapter) => roundOf(chapter));
        for (const [i, assessment] of tell(story).entries()) {
          const here = rounds.slice(0, i + 1).filter((_, j) => story[j]?.network === story[i]?.network);
          for (const service of SERVICES.filter((one) => accusation(of(assessment, one)) === 2))
            expect(here.filter((round) => failsIn(service, round)).length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });
});

test('a service that nobody vouches for, and that has never answered, is never accused', () => {
  const neverAnswers = fc.constantFrom(CHAT, TALK).chain((service) => {
    const urls = service.endpoints.map(({ url }) => url);
    const fate = fc.constantFrom('silent', 'reset', 'refused', 'not-needed', 'unasked');
    const fates = fc
      .array(fate, { minLength: urls.length, maxLength: urls.length })
      .map((drawn) => Object.fromEntries(urls.map((url, i) => [url, drawn[i] ?? 'silent'])));
    return fc.record({ service: fc.constant(service), story: fc.array(fates, { minLength: 1, maxLength: 10 }) });
  });
  fc.assert(
    fc.property(neverAnswers, ({ service, story }) => {
      const rounds = tell(story.map((fates) => ({ fates })));
      expect(rounds.map((round) => accusation(of(round, service)))).toEqual(rounds.map(() => 0));
    }),
  );
});
