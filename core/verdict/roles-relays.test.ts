import { describe, expect, test } from 'vitest';
import { type Case, ELSEWHERE, LITERAL, media, OTHER, outcome, STUN, TURN } from './testing-roles.ts';

describe('a relay that is silent where bindings answer', () => {
  const beside = { [TURN]: 'silent', [STUN]: 'answered' } as const;
  test.for<Case & { is: string; when: string }>([
    {
      when: 'that relay answered before: somebody filters TURN',
      fared: beside,
      role: media(TURN, STUN),
      earned: [TURN, STUN],
      is: 'failed',
    },
    {
      when: 'the binding is on another host: the relay may have moved',
      fared: { [TURN]: 'silent', [ELSEWHERE]: 'answered' },
      role: media(TURN, ELSEWHERE),
      earned: [TURN, ELSEWHERE],
      is: 'answered',
    },
    {
      when: 'another relay answers',
      fared: { ...beside, [OTHER]: 'answered' },
      role: media(TURN, STUN, OTHER),
      earned: [TURN, STUN, OTHER],
      is: 'answered',
    },
    {
      when: 'the relay was not waited for',
      fared: { ...beside, [TURN]: 'not-needed' },
      role: media(TURN, STUN),
      earned: [TURN, STUN],
      is: 'answered',
    },
    {
      when: 'a second host answers bindings and has no relay',
      fared: { ...beside, [ELSEWHERE]: 'answered' },
      role: media(TURN, STUN, ELSEWHERE),
      earned: [TURN, STUN],
      is: 'answered',
    },
  ])('is $is when $when', ({ is, ...what }) => {
    expect(outcome(what).kind).toBe(is);
  });
});

describe('an IPv4 address', () => {
  const fared = { [LITERAL]: 'silent' } as const;
  const role = media(LITERAL);

  test('that is silent on a network that showed no IPv4 says nothing', () => {
    expect(outcome({ fared, role, earned: [LITERAL], overIPv4: false }).kind).toBe('nothing');
  });

  test('that is silent on a network with IPv4 counts', () => {
    expect(outcome({ fared, role, earned: [LITERAL] }).kind).toBe('failed');
  });

  test('that answers counts on any network, and proves IPv4 for the others', () => {
    const second = 'stun:198.51.100.8:1400';
    const answer = { ...fared, [second]: 'answered' } as const;
    expect(outcome({ fared: answer, role: media(LITERAL, second), overIPv4: false }).kind).toBe('answered');
    expect(outcome({ fared: answer, role, earned: [LITERAL], overIPv4: false }).kind).toBe('failed');
  });

  test('that was left out does not keep a name beside it from counting', () => {
    const both = { ...fared, [TURN]: 'silent' } as const;
    expect(outcome({ fared: both, role: media(LITERAL, TURN), earned: [LITERAL, TURN], overIPv4: false }).kind).toBe(
      'failed',
    );
  });
});

describe('a network on which no binding is answered', () => {
  test('lets no silent binding speak: Chromium hides answers on some networks', () => {
    const without = { fared: { [ELSEWHERE]: 'silent' }, role: media(ELSEWHERE), earned: [ELSEWHERE] } as const;
    expect(outcome({ ...without, bindings: false }).kind).toBe('nothing');
    expect(outcome(without).kind).toBe('failed');
  });

  test('lets a relay speak', () => {
    const relay = { fared: { [TURN]: 'silent' }, role: media(TURN, ELSEWHERE), earned: [TURN, ELSEWHERE] } as const;
    expect(outcome({ ...relay, bindings: false }).kind).toBe('failed');
  });
});
