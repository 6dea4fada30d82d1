import { describe, expect, test } from 'vitest';
import { controlGroups, isHint, sawIPv4 } from './round.ts';
import { CONTROLS, MORNING, observe, roundOf } from './testing.ts';

describe('the controls of a round', () => {
  test('are counted by kind: asked, answered, and how many operators that makes', () => {
    const round = roundOf({
      seen: [
        [/stun\.north/, 'silent'],
        [/check\.(north|east)/, 'reset'],
      ],
    });
    expect(controlGroups(round, CONTROLS)).toEqual([
      { kind: 'stun', asked: 4, answered: 3, operators: 3 },
      { kind: 'https', asked: 4, answered: 2, operators: 2 },
      { kind: 'portal', asked: 0, answered: 0, operators: 0 },
      { kind: 'relay', asked: 0, answered: 0, operators: 0 },
    ]);
  });

  test('of one operator are one witness, however many they are', () => {
    const twice = [...CONTROLS, { kind: 'stun' as const, url: 'stun:stun.west.example:443', operator: 'West' }];
    const round = roundOf({ seen: [[/stun\.(north|east|south)/, 'silent']] });
    const observations = new Map(round.observations).set(
      'stun:stun.west.example:443',
      observe('stun:stun.west.example:443', 'answered'),
    );
    expect(controlGroups({ ...round, observations }, twice)[0]).toEqual({
      kind: 'stun',
      asked: 5,
      answered: 2,
      operators: 1,
    });
  });

  test('that could not be asked are not counted as asked', () => {
    const round = roundOf({
      seen: [
        [/stun\.north/, 'not-needed'],
        [/stun\.east/, 'silent'],
      ],
    });
    expect(controlGroups(round, CONTROLS)[0]).toEqual({ kind: 'stun', asked: 3, answered: 2, operators: 2 });
  });
});

describe('a hint of trouble', () => {
  test.for([
    ['silent', true],
    ['reset', true],
    ['answered', false],
    ['not-needed', false],
  ] as const)('is what came of "%s": %s', ([seen, hint]) => {
    expect(isHint(observe('https://web.example/', seen))).toBe(hint);
  });

  test('is not what nobody asked', () => {
    expect(isHint(undefined)).toBe(false);
  });
});

describe('a network shows IPv4', () => {
  const only = (url: string, family: 4 | 6 | null, answered = true) =>
    sawIPv4({
      at: MORNING,
      observations: new Map([
        [
          url,
          {
            ...observe(url, answered ? 'answered' : 'silent'),
            ...(family && { seenFrom: { family, fingerprint: 'x' } }),
          },
        ],
      ]),
      online: true,
      outages: new Set(),
    });

  test.for([
    { what: 'a STUN server that saw us over IPv4', url: 'stun:s.example:3478', family: 4, shows: true },
    { what: 'a STUN server that saw us over IPv6', url: 'stun:s.example:3478', family: 6, shows: false },
    { what: 'an IPv4 address that answered', url: 'https://198.51.100.7/', family: null, shows: true },
    { what: 'a name that answered', url: 'https://web.example/', family: null, shows: false },
  ] as const)('by $what: $shows', ({ url, family, shows }) => {
    expect(only(url, family)).toBe(shows);
  });

  test('not by an address that was silent', () => {
    expect(only('https://198.51.100.7/', null, false)).toBe(false);
  });
});
