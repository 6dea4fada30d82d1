import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../day.ts';
import {
  EMPTY_MEMORY,
  EMPTY_NETWORK,
  forgetUnidentified,
  hasEarned,
  isDead,
  type Memory,
  type NetworkMemory,
  recall,
  remember,
  UNIDENTIFIED,
} from './memory.ts';

const NOW = Date.UTC(2026, 9, 1, 12);
const MINUTE = 60_000;
const URL = 'stun:relay.example:3478';

const network = (lastRoundAt: number): NetworkMemory => ({
  ...EMPTY_NETWORK,
  lastRoundAt,
  silentControls: { 'stun:dead.example:3478': 3 },
});
const answeredAt = (at: number): Memory => ({ ...EMPTY_MEMORY, answered: { [URL]: at } });
const knowing = (key: string, lastRoundAt: number): Memory => ({
  ...EMPTY_MEMORY,
  networks: { [key]: network(lastRoundAt) },
});

describe('an endpoint that has answered', () => {
  test.for([
    { when: 'just now', at: NOW, earned: true },
    { when: '89 days ago', at: NOW - 89 * DAY_MS, earned: true },
    { when: '90 days ago', at: NOW - 90 * DAY_MS, earned: true },
    { when: '91 days ago', at: NOW - 91 * DAY_MS, earned: false },
    { when: 'in an hour, by a clock that went back', at: NOW + 60 * MINUTE, earned: true },
    { when: 'in two hours, by a clock that was wrong', at: NOW + 120 * MINUTE, earned: false },
  ])('$when has a vote: $earned', ({ at, earned }) => {
    expect(hasEarned(answeredAt(at), URL, NOW)).toBe(earned);
  });

  test('never has none', () => {
    expect(hasEarned(EMPTY_MEMORY, URL, NOW)).toBe(false);
  });

  test('renews its vote by answering again, on any network', () => {
    const before = answeredAt(NOW - 80 * DAY_MS);
    const after = remember(before, 'elsewhere', network(NOW), { [URL]: NOW });
    expect(hasEarned(after, URL, NOW + 80 * DAY_MS)).toBe(true);
  });

  test('is forgotten with its vote, and so is an answer from an impossible future', () => {
    const before: Memory = {
      ...EMPTY_MEMORY,
      answered: { old: NOW - 91 * DAY_MS, kept: NOW - DAY_MS, future: NOW + 400 * DAY_MS },
    };
    expect(Object.keys(remember(before, 'home', network(NOW), {}).answered)).toEqual(['kept']);
  });
});

describe('a network', () => {
  test('is remembered apart from every other', () => {
    const memory = remember(knowing('home', NOW), 'work', network(NOW + MINUTE), {});
    expect(recall(memory, 'home', NOW)).toEqual(network(NOW));
    expect(recall(memory, 'cafe', NOW)).toEqual(EMPTY_NETWORK);
  });

  test('that was left a month ago is still known', () => {
    expect(recall(knowing('home', NOW - 30 * DAY_MS), 'home', NOW)).toEqual(network(NOW - 30 * DAY_MS));
  });

  test.for([
    { minutes: 0, known: true },
    { minutes: 5 * 60, known: true },
    { minutes: 5 * 60 + 1, known: false },
    { minutes: -60, known: true },
    { minutes: -2 * 24 * 60, known: false },
  ])('without a name, seen $minutes minutes ago, is still meant: $known', ({ minutes, known }) => {
    const memory = knowing(UNIDENTIFIED, NOW - minutes * MINUTE);
    expect(recall(memory, UNIDENTIFIED, NOW) !== EMPTY_NETWORK).toBe(known);
  });

  test('is one of at most twelve: the one left longest ago goes first', () => {
    let memory = EMPTY_MEMORY;
    for (let i = 0; i < 20; i++) memory = remember(memory, `network-${i}`, network(NOW + i * MINUTE), {});
    expect(Object.keys(memory.networks).sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => `network-${i + 8}`).sort(),
    );
    memory = remember(memory, 'network-8', network(NOW + 20 * MINUTE), {});
    memory = remember(memory, 'network-20', network(NOW + 21 * MINUTE), {});
    expect(Object.keys(memory.networks)).toContain('network-8');
    expect(Object.keys(memory.networks)).not.toContain('network-9');
  });
});

describe('a wrong clock', () => {
  test('that was a year ahead on twelve networks does not crowd out the one of today', () => {
    let memory = EMPTY_MEMORY;
    for (let i = 0; i < 12; i++) memory = remember(memory, `network-${i}`, network(NOW + 365 * DAY_MS + i), {});
    expect(recall(remember(memory, 'home', network(NOW), {}), 'home', NOW)).toEqual(network(NOW));
  });

  test('leaves no evidence that is from the future', () => {
    expect(recall(knowing('home', NOW + 2 * 60 * MINUTE), 'home', NOW)).toEqual(EMPTY_NETWORK);
  });
});

describe('a control on a network', () => {
  test.for([
    { silent: 0, elsewhere: true, dead: false, what: 'answered in the last round' },
    { silent: 2, elsewhere: true, dead: false, what: 'has been silent for two' },
    { silent: 3, elsewhere: true, dead: true, what: 'has been silent for three' },
    { silent: undefined, elsewhere: true, dead: false, what: 'has answered elsewhere, and never been asked here' },
    { silent: undefined, elsewhere: false, dead: true, what: 'has never answered anywhere' },
    { silent: 1, elsewhere: false, dead: false, what: 'was silent once, after it had answered here' },
  ])('that $what is dead: $dead', ({ silent, elsewhere, dead }) => {
    const silentControls = silent === undefined ? {} : { [URL]: silent };
    const memory = elsewhere ? answeredAt(NOW) : EMPTY_MEMORY;
    expect(isDead(memory, { ...EMPTY_NETWORK, silentControls }, URL)).toBe(dead);
  });
});

describe('a change of connection', () => {
  test('forgets the network without a name, and nothing else', () => {
    const before = remember(remember(answeredAt(NOW), 'home', network(NOW), {}), UNIDENTIFIED, network(NOW), {});
    const after = forgetUnidentified(before);
    expect(recall(after, UNIDENTIFIED, NOW)).toEqual(EMPTY_NETWORK);
    expect([recall(after, 'home', NOW), after.answered]).toEqual([network(NOW), before.answered]);
  });
});

describe('whatever the clock does', () => {
  const clock = fc.integer({ min: -1_000 * DAY_MS, max: 1_000 * DAY_MS }).map((by) => NOW + by);
  const visits = fc.array(fc.tuple(fc.constantFrom('home', 'work', 'cafe', UNIDENTIFIED), clock), { maxLength: 30 });

  test('memory keeps to its bounds, and no vote is older than 90 days or more than an hour early', () => {
    fc.assert(
      fc.property(visits, (history) => {
        let memory = EMPTY_MEMORY;
        for (const [key, at] of history) memory = remember(memory, key, network(at), { [`${key}-${at}`]: at });
        const now = history.at(-1)?.[1] ?? NOW;
        expect(Object.keys(memory.networks).length).toBeLessThanOrEqual(12);
        for (const { lastRoundAt } of Object.values(memory.networks))
          expect(lastRoundAt - now).toBeLessThanOrEqual(60 * MINUTE);
        for (const at of Object.values(memory.answered)) {
          expect(now - at).toBeLessThanOrEqual(90 * DAY_MS);
          expect(at - now).toBeLessThanOrEqual(60 * MINUTE);
        }
      }),
    );
  });

  test('what was just learned is known: the round and its answers', () => {
    fc.assert(
      fc.property(visits, (history) => {
        let memory = EMPTY_MEMORY;
        for (const [key, at] of history) {
          memory = remember(memory, key, network(at), { [URL]: at });
          expect(recall(memory, key, at)).toEqual(network(at));
          expect(hasEarned(memory, URL, at)).toBe(true);
        }
      }),
    );
  });
});
