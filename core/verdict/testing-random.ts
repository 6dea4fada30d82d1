import fc from 'fast-check';
import { type Chapter, CONTROLS, DAY, HOUR, MINUTE, SERVICES, type Seen, times } from './testing.ts';

/** Rounds that nobody would think of. Used by tests only. */

const urls = (list: readonly { readonly url: string }[]): string[] => list.map(({ url }) => url);

const targetSeen: fc.Arbitrary<Seen> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Seen>('answered') },
  { weight: 4, arbitrary: fc.constant<Seen>('silent') },
  { weight: 3, arbitrary: fc.constantFrom<Seen>('late', 'reset', 'refused', 'not-needed', 'unasked') },
);
/** Controls are mostly well: on most networks something is to be judged. */
const controlSeen: fc.Arbitrary<Seen> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Seen>('answered') },
  { weight: 2, arbitrary: fc.constant<Seen>('silent') },
  { weight: 1, arbitrary: fc.constantFrom<Seen>('late', 'reset', 'not-needed', 'unasked') },
);

const fates = (list: readonly string[], seen: fc.Arbitrary<Seen>) =>
  fc
    .array(seen, { minLength: list.length, maxLength: list.length })
    .map((drawn) => Object.fromEntries(list.map((url, i) => [url, drawn[i] ?? 'unasked'])));

const targets = urls(SERVICES.flatMap(({ endpoints }) => endpoints));

/** One kind of round, lived through one to four times. */
const spell: fc.Arbitrary<Chapter[]> = fc
  .record({
    controls: fates(urls(CONTROLS), controlSeen),
    targets: fates(targets, targetSeen),
    network: fc.constantFrom('home', 'home', 'home', 'cafe', null),
    after: fc.constantFrom(MINUTE / 2, MINUTE / 2, 2 * MINUTE, 35 * MINUTE, 7 * HOUR, -HOUR, 2 * DAY),
    online: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    outages: fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? ['chat'] : n === 1 ? ['meet'] : [])),
    count: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ controls, targets, count, ...rest }) => times(count, { ...rest, fates: { ...controls, ...targets } }));

/** After an open round, in which every endpoint earns its vote, or without. */
export const randomStory: fc.Arbitrary<readonly Chapter[]> = fc
  .tuple(fc.boolean(), fc.array(spell, { minLength: 1, maxLength: 5 }))
  .map(([open, spells]) => [...(open ? [{}] : []), ...spells.flat()]);
