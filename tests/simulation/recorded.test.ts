import { describe, expect, test } from 'vitest';
import { falseWords } from './false-words.ts';
import { redrawAll } from './numbers.ts';
import { recordings } from './recorded.ts';

/** Real rounds on open lines of the lab, with up to 15 % lost each way and 600 ms (`record.ts`). */
const all = recordings();

describe('rounds recorded on open lines', () => {
  test('there are a hundred and more, of both browsers', () => {
    expect(all.map(({ browser }) => browser)).toEqual(['chromium', 'firefox']);
    expect(all.flatMap(({ lines }) => lines.flatMap(({ rounds }) => rounds)).length).toBeGreaterThanOrEqual(100);
  });

  test.for(all)('$browser never said that anything is blocked', ({ lines, services }) => {
    const words = lines.flatMap(({ line, rounds }) =>
      rounds.flatMap(({ network, said }) => {
        const each = services.map((id, at) => ({ id, calls: said[at]?.[0] ?? '', messages: said[at]?.[1] ?? '' }));
        return falseWords({ network, services: each }).map((what) => `${line}: ${what}`);
      }),
    );
    expect(words).toEqual([]);
  });

  test('nor is it said in two thousand rounds that are drawn from them', () => {
    const { rounds, words } = redrawAll(2_000);
    expect(rounds).toBeGreaterThanOrEqual(2_000);
    expect(words).toEqual({});
  });
});
