import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../verdict/testing-snapshot.ts';
import { CALL_STATES, type CallState } from '../vocabulary.ts';
import { type Announced, changes } from './changes.ts';

/** What is said at each of these states of one service's calls. */
function said(states: readonly CallState[], key: string | null = 'home'): string[] {
  let announced: Announced = {};
  return states.map((state) => {
    const told = changes(announced, snapshot({ key, calls: { chat: state } }));
    announced = told.announced;
    const { blocked, works } = told.changes;
    return [...blocked.map(() => 'blocked'), ...works.map(() => 'works')].join('+') || '-';
  });
}

describe('what is announced', () => {
  test.for<{ states: CallState[]; words: string[]; why: string }>([
    { states: ['likely-blocked'], words: ['blocked'], why: 'a block is news on a network never seen' },
    { states: ['clear'], words: ['-'], why: 'that all is well is none' },
    { states: ['likely-blocked', 'likely-blocked'], words: ['blocked', '-'], why: 'once is enough' },
    { states: ['clear', 'likely-blocked', 'clear'], words: ['-', 'blocked', 'works'], why: 'and its end is news' },
    { states: ['unreachable', 'likely-blocked'], words: ['blocked', '-'], why: 'messages back, calls still not' },
    { states: ['likely-blocked', 'impaired'], words: ['blocked', 'works'], why: 'poor calls are calls' },
    { states: ['impaired', 'clear'], words: ['-', '-'], why: 'better is no change' },
    {
      states: ['likely-blocked', 'insufficient', 'suspected', 'likely-blocked'],
      words: ['blocked', '-', '-', '-'],
      why: 'a doubt between leaves the last word standing',
    },
    {
      states: ['likely-blocked', 'down', 'clear', 'likely-blocked'],
      words: ['blocked', '-', 'works', 'blocked'],
      why: 'an outage is neither',
    },
    { states: ['suspected', 'clear'], words: ['-', '-'], why: 'a suspicion was never told, so it is not taken back' },
    { states: ['untestable', 'untestable'], words: ['-', '-'], why: 'what cannot be tested is neither' },
    { states: ['likely-blocked', 'untestable'], words: ['blocked', '-'], why: 'nor does it take a block back' },
    { states: ['retired', 'retired'], words: ['-', '-'], why: 'nor is a service that is gone' },
  ])('$states: $why', ({ states, words }) => {
    expect(said(states)).toEqual(words);
  });

  test('is nothing on a network without a name: it could be any', () => {
    expect(said(['likely-blocked', 'clear', 'unreachable'], null)).toEqual(['-', '-', '-']);
  });

  test('stands for each network by itself', () => {
    const home = changes({}, snapshot({ key: 'home', calls: { chat: 'likely-blocked' } }));
    const cafe = changes(home.announced, snapshot({ key: 'cafe', calls: { chat: 'clear' } }));
    const again = changes(cafe.announced, snapshot({ key: 'home', calls: { chat: 'likely-blocked' } }));
    expect([home, cafe, again].map((told) => told.changes)).toEqual([
      { blocked: ['chat'], works: [] },
      { blocked: [], works: [] },
      { blocked: [], works: [] },
    ]);
  });

  test('tells several services in one go, each of its own', () => {
    const first = changes({}, snapshot({ calls: { a: 'likely-blocked', b: 'likely-blocked', c: 'clear' } }));
    const second = changes(first.announced, snapshot({ calls: { a: 'clear', b: 'likely-blocked', c: 'unreachable' } }));
    expect(first.changes).toEqual({ blocked: ['a', 'b'], works: [] });
    expect(second.changes).toEqual({ blocked: ['c'], works: ['a'] });
  });

  test('is kept for a service that was left out of a round', () => {
    const first = changes({}, snapshot({ calls: { a: 'likely-blocked' } }));
    const without = changes(first.announced, snapshot({ calls: { b: 'clear' } }));
    expect(changes(without.announced, snapshot({ calls: { a: 'clear' } })).changes.works).toEqual(['a']);
  });

  test('is kept for twelve networks, the one used longest ago goes first', () => {
    let announced: Announced = {};
    const visit = (key: string) => {
      announced = changes(announced, snapshot({ key, calls: { chat: 'likely-blocked' } })).announced;
    };
    for (let i = 0; i < 12; i++) visit(`network-${i}`);
    visit('network-0');
    visit('network-12');
    expect(Object.keys(announced)).toHaveLength(12);
    expect(Object.keys(announced)).toContain('network-0');
    expect(Object.keys(announced)).not.toContain('network-1');
  });

  test('always changes word: blocked, works, blocked …', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CALL_STATES), { maxLength: 30 }), (states) => {
        const words = said(states).filter((word) => word !== '-');
        expect(words).toEqual(words.map((_, i) => (i % 2 === 0 ? 'blocked' : 'works')));
      }),
    );
  });

  test('needs nothing but what it is given', () => {
    const announced: Announced = Object.freeze({ home: Object.freeze({ chat: 'works' as const }) });
    const now = snapshot({ calls: { chat: 'likely-blocked' } });
    expect(changes(announced, now)).toEqual(changes(announced, now));
  });
});
