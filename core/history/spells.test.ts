import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MORNING } from '../verdict/testing.ts';
import { snapshot } from '../verdict/testing-snapshot.ts';
import { CALL_STATES, type CallState } from '../vocabulary.ts';
import type { SpellRecord } from './records.ts';
import { changesOf, follow } from './spells.ts';

const HOME = 'a'.repeat(16);
const CAFE = 'b'.repeat(16);

const round = (at: number, calls: Record<string, CallState>) => ({ ...snapshot({ calls }), takenAt: at });

/** The calls of one service, an hour apart; what is said at each, and the spells that there are in the end. */
function story(states: readonly CallState[], stepMs = HOUR): { said: string[]; spells: SpellRecord[] } {
  let spells: SpellRecord[] = [];
  const said = states.map((state, i) => {
    const taken = round(MORNING + i * stepMs, { chat: state });
    spells = carry(spells, follow(spells, taken, HOME));
    const again = carry(spells, follow(spells, taken, HOME));
    // Told twice, a round changes nothing.
    expect(again).toEqual(spells);
    return (
      changesOf(spells, taken)
        .map(({ word, afterMs }) => (afterMs === undefined ? word : `${word} after ${afterMs / HOUR} h`))
        .join('+') || '-'
    );
  });
  return { said, spells: spells.filter(({ kind }) => kind === 'calls') };
}

const carry = (before: readonly SpellRecord[], changed: readonly SpellRecord[]): SpellRecord[] => {
  const id = ({ kind, subject, from }: SpellRecord) => `${kind} ${subject} ${from}`;
  return [...new Map([...before, ...changed].map((spell) => [id(spell), spell])).values()];
};

describe('what is announced', () => {
  test.for<{ states: CallState[]; words: string[]; why: string }>([
    { states: ['likely-blocked'], words: ['blocked'], why: 'a block is news on a network never seen' },
    { states: ['clear'], words: ['-'], why: 'that all is well is none' },
    { states: ['likely-blocked', 'likely-blocked'], words: ['blocked', '-'], why: 'once is enough' },
    {
      states: ['clear', 'likely-blocked', 'clear'],
      words: ['-', 'blocked', 'works after 1 h'],
      why: 'and its end is news',
    },
    { states: ['unreachable', 'likely-blocked'], words: ['blocked', '-'], why: 'messages back, calls still not' },
    { states: ['likely-blocked', 'impaired'], words: ['blocked', 'works after 1 h'], why: 'poor calls are calls' },
    { states: ['impaired', 'clear'], words: ['-', '-'], why: 'better is no change' },
    {
      states: ['likely-blocked', 'insufficient', 'suspected', 'likely-blocked'],
      words: ['blocked', '-', '-', '-'],
      why: 'a doubt between leaves the last word standing',
    },
    {
      states: ['likely-blocked', 'down', 'clear', 'likely-blocked'],
      words: ['blocked', '-', 'works after 2 h', 'blocked'],
      why: 'an outage is neither',
    },
    { states: ['suspected', 'clear'], words: ['-', '-'], why: 'a suspicion was never told, so it is not taken back' },
    { states: ['untestable', 'untestable'], words: ['-', '-'], why: 'what cannot be tested is neither' },
    { states: ['likely-blocked', 'untestable'], words: ['blocked', '-'], why: 'nor does it take a block back' },
    { states: ['retired', 'retired'], words: ['-', '-'], why: 'nor is a service that is gone' },
  ])('$states: $why', ({ states, words }) => {
    expect(story(states).said).toEqual(words);
  });

  test('tells several services in one go, each of its own', () => {
    const taken = round(MORNING, { chat: 'likely-blocked', talk: 'unreachable', ring: 'clear' });
    expect(changesOf(follow([], taken, HOME), taken)).toEqual([
      { service: 'chat', word: 'blocked' },
      { service: 'talk', word: 'blocked' },
    ]);
  });

  test('being handed another address by an operator that blocks it already is no news', () => {
    const taken = round(MORNING, { chat: 'likely-blocked', talk: 'likely-blocked' });
    expect(changesOf(follow([], taken, CAFE), taken, new Set(['chat/calls']))).toEqual([
      { service: 'talk', word: 'blocked' },
    ]);
  });
});

describe('a spell', () => {
  test('lasts from the round that decided it to the one that saw it work', () => {
    expect(story(['clear', 'suspected', 'likely-blocked', 'insufficient', 'unreachable', 'clear']).spells).toEqual([
      {
        network: HOME,
        kind: 'calls',
        subject: 'chat',
        from: MORNING + 2 * HOUR,
        to: MORNING + 5 * HOUR,
        seenAt: MORNING + 4 * HOUR,
      },
    ]);
  });

  test('is kept of messages and of UDP as well', () => {
    const blocked = { ...round(MORNING, { chat: 'unreachable' }) };
    const messages = { ...blocked.services[0]?.messages, state: 'likely-blocked', mechanism: 'dns.poisoned' };
    const taken = {
      ...blocked,
      network: { ...blocked.network, state: 'udp-blocked' },
      services: [{ ...blocked.services[0], messages }],
    } as unknown as typeof blocked;
    expect(follow([], taken, HOME)).toMatchObject([
      { kind: 'udp', subject: 'network', from: MORNING, to: null },
      { kind: 'calls', subject: 'chat' },
      { kind: 'messages', subject: 'chat', mechanism: 'dns.poisoned' },
    ]);
  });

  test('keeps the deepest mechanism that was named', () => {
    const taken = (at: number, mechanism: 'udp.timeout' | 'unknown') => {
      const plain = round(at, { chat: 'likely-blocked' });
      const services = plain.services.map((service) => ({ ...service, calls: { ...service.calls, mechanism } }));
      return { ...plain, services };
    };
    const first = follow([], taken(MORNING, 'udp.timeout'), HOME);
    expect(follow(first, taken(MORNING + HOUR, 'unknown'), HOME)).toMatchObject([{ mechanism: 'udp.timeout' }]);
  });

  test('of a clock that went back neither ends before it began nor is told in every round until then', () => {
    const began = follow([], round(MORNING, { chat: 'likely-blocked' }), HOME);
    const back = round(MORNING - DAY, { chat: 'clear' });
    const ended = carry(began, follow(began, back, HOME));
    expect(ended).toMatchObject([{ from: MORNING, to: MORNING, seenAt: MORNING }]);
    for (const at of [MORNING - DAY, MORNING - HOUR, MORNING + HOUR]) {
      const later = round(at, { chat: 'clear' });
      expect(changesOf(carry(ended, follow(ended, later, HOME)), later)).toEqual([]);
    }
  });

  test('never overlaps another of the same thing, and only the last may be open', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CALL_STATES), { maxLength: 40 }), (states) => {
        const { spells } = story(states);
        spells.slice(1).forEach((spell, i) => {
          expect(spells[i]?.to).toBeLessThan(spell.from);
        });
        expect(spells.slice(0, -1).every(({ to }) => to !== null)).toBe(true);
        const decided = states.findLast((state) =>
          ['likely-blocked', 'unreachable', 'clear', 'impaired'].includes(state),
        );
        const isOpen = decided === 'likely-blocked' || decided === 'unreachable';
        expect(spells.some(({ to }) => to === null)).toBe(isOpen);
      }),
    );
  });
});
