import { describe, expect, test } from 'vitest';
import { DIRECT } from '../evidence/observation.ts';
import { type Chapter, ending, MEET, of, tell, times } from './testing.ts';

/** Cases that once went wrong: each was seen to fail first. */

const OPEN: Chapter = {};

describe('what is being confirmed can be decided', () => {
  test('where one UDP control of four passes, and relays over TLS: no round will ever count, so none is asked for', () => {
    const one: Chapter = {
      seen: [
        [/stun\.south/, 'answered'],
        [/^stun:|transport=udp$/, 'silent'],
      ],
    };
    const rules = tell([OPEN, ...times(9, one)]).map((assessment) => of(assessment, MEET).calls.rule);
    expect(rules.at(-1)).not.toMatch(/confirming/);
  });
});

describe('an address that was concluded, not seen', () => {
  test('names no network where another server shows that addresses are translated', () => {
    const inner = { outcome: 'answered', code: DIRECT, seenFrom: { family: 4, fingerprint: 'inner' } } as const;
    const outer = { outcome: 'answered', code: 'srflx', seenFrom: { family: 4, fingerprint: 'home' } } as const;
    const chapter: Chapter = {
      seen: [
        [/stun\.(north|east|south)/, inner],
        [/^stun:/, outer],
      ],
    };
    expect(ending([chapter]).network.key).toBe('home');
  });
});

describe('a service that is out', () => {
  test('is out in both columns, on a poor line too', () => {
    const losing = (half: RegExp): Chapter => ({
      seen: [
        [half, 'silent'],
        [/\.chat\./, 'silent'],
      ],
      outages: ['chat'],
    });
    const [one, other] = [losing(/check\.(north|east)/), losing(/check\.(south|west)/)];
    const last = ending([OPEN, one, other, one, other]).services.find(({ id }) => id === 'chat');
    expect([last?.calls.state, last?.messages.state]).toEqual(['down', 'down']);
  });
});
