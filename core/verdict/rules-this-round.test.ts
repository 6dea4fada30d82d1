import { describe, expect, test } from 'vitest';
import { CALL_RULES, decide, MESSAGE_RULES, NETWORK_RULES, type RoleFacts } from './rules.ts';
import { networkOf, serviceFacts, tallyOf } from './testing-facts.ts';

describe('a round in which a role was not heard says only that, whatever earlier rounds said', () => {
  const unheard = (standing: RoleFacts['standing'], slow = false): RoleFacts => ({ standing, now: 'nothing', slow });

  test.for(['unknown', 'open', 'recovering', 'failing', 'blocked'] as const)('of a role that was %s', (standing) => {
    const signalling = serviceFacts({ signalling: unheard(standing) });
    expect(decide(MESSAGE_RULES, signalling, networkOf()).rule).toBe('messages.unheard');
    for (const relayOverTcp of [false, true]) {
      const media = serviceFacts({ media: unheard(standing), relayOverTcp });
      expect(decide(CALL_RULES, media, networkOf()).rule).toBe('calls.unheard');
    }
  });

  test('of a relay that was slow', () => {
    const media = serviceFacts({ media: unheard('open', true) });
    expect(decide(CALL_RULES, media, networkOf()).rule).toBe('calls.unheard');
  });
});

test.for([
  { undecided: 1, state: 'calls-blocked' },
  { undecided: 2, state: 'some-blocked' },
  { undecided: 3, state: 'some-blocked' },
])('two blocked services and $undecided undecided make a network $state', ({ undecided, state }) => {
  expect(decide(NETWORK_RULES, tallyOf({ blocked: 2, undecided }), networkOf()).state).toBe(state);
});
