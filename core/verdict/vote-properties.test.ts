import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EndpointHealth, RETIRE_DAYS, standingOf } from '../catalogue/health.ts';
import type { Service } from '../catalogue/runtime.ts';
import { answered, isHint } from './round.ts';
import { day, of, roundOf, SERVICES, tell } from './testing.ts';
import { randomStory } from './testing-random.ts';
import { accuses } from './words.ts';

/** What a health record can and can't do to a verdict, whatever is in it. */

const days = fc.integer({ min: -200, max: 3 });
const health: fc.Arbitrary<EndpointHealth> = fc
  .record({
    asked: days,
    places: fc.integer({ min: 1, max: 4 }),
    answered: fc.option(days),
    silentSince: fc.option(days),
  })
  .map(({ asked, places, answered, silentSince }) => ({
    asked: day(asked),
    places,
    ...(answered !== null && { answered: day(answered) }),
    ...(silentSince !== null && { silentSince: day(silentSince) }),
  }));

const count = SERVICES.flatMap(({ endpoints }) => endpoints).length;
/** The services with a record of some of their endpoints. */
const recorded: fc.Arbitrary<readonly Service[]> = fc
  .array(fc.option(health), { minLength: count, maxLength: count })
  .map((drawn) => {
    const left = [...drawn];
    return SERVICES.map((service) => ({
      ...service,
      endpoints: service.endpoints.map((one) => {
        const of = left.pop();
        return of ? { ...one, health: of } : one;
      }),
    }));
  });

const always = (holds: (story: Parameters<typeof tell>[0], services: readonly Service[]) => void) =>
  fc.assert(fc.property(randomStory, recorded, holds), { numRuns: 300 });

test('A record takes nothing from an answer: calls that are clear stay so where no relay of theirs is silent', () => {
  always((story, services) => {
    const without = tell(story);
    const round = roundOf(story.at(-1) ?? {});
    for (const service of SERVICES) {
      const before = without.at(-1) && of(without.at(-1) as never, service);
      const silent = service.endpoints.some(({ url }) => isHint(round.observations.get(url)));
      if (before?.calls.state !== 'clear' || silent) continue;
      const after = tell(story, { services }).at(-1);
      expect(after && !accuses(of(after, service).calls.state)).toBe(true);
    }
  });
});

test('Messages of which a server answers in this round are never blocked or out, whatever the record says', () => {
  always((story, services) => {
    for (const [i, { services: judged }] of tell(story, { services }).entries()) {
      for (const { id, messages } of judged) {
        const service = services.find((one) => one.id === id);
        const { observations } = roundOf(story[i] ?? {});
        const hears = service?.endpoints.some(
          ({ role, url }) => role === 'signalling' && answered(observations.get(url)),
        );
        if (hears) expect(['reachable', 'insufficient']).toContain(messages.state);
      }
    }
  });
});

test('Nobody is accused by the silence of endpoints that are retired, or out by the record where anything of theirs answers', () => {
  always((story, services) => {
    for (const { services: judged } of tell(story, { services })) {
      for (const { id, calls, messages, evidence } of judged) {
        const service = services.find((one) => one.id === id);
        const gone = new Set(
          service?.endpoints.filter(({ health }) => standingOf(health) === 'retired').map(({ url }) => url),
        );
        expect(evidence.every(({ url, vote }) => !gone.has(url) || vote === 'unearned')).toBe(true);
        const everywhere = calls.rule === 'calls.down-everywhere' || messages.rule === 'messages.down-everywhere';
        if (everywhere) expect(evidence.some(({ observation }) => answered(observation))).toBe(false);
      }
    }
  });
});

test('Retirement follows demotion: who is retired was silent for 90 days', () => {
  fc.assert(
    fc.property(health, (one) => {
      const silent = (Date.parse(one.asked) - Date.parse(one.silentSince ?? '')) / 86_400_000;
      expect(standingOf(one) === 'retired').toBe(silent >= RETIRE_DAYS);
    }),
  );
});
