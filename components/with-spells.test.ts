import { describe, expect, test } from 'vitest';
import { place } from '../core/history/testing-place.ts';
import { HOUR, MORNING } from '../core/verdict/testing.ts';
import { snapshot } from '../core/verdict/testing-snapshot.ts';
import { withSpells } from './with-spells.ts';

const blocked = snapshot({ network: 'udp-blocked', calls: { chat: 'likely-blocked', talk: 'insufficient' } });
const EARLIER = MORNING - HOUR;

describe('since when', () => {
  test('a block is that of its spell, which a doubtful round does not begin anew', () => {
    const known = place({ blockedSince: { 'chat/calls': EARLIER, 'network/udp': EARLIER } });
    expect(withSpells(blocked, known)).toMatchObject({
      network: { since: EARLIER },
      services: [{ calls: { since: EARLIER }, messages: { since: MORNING } }, { calls: { since: MORNING } }],
    });
  });

  test('what is not blocked holds is not taken from a spell', () => {
    expect(withSpells(blocked, place({ blockedSince: { 'talk/calls': EARLIER } }))).toEqual(blocked);
  });

  test('nothing is earlier than the spell itself', () => {
    expect(withSpells(blocked, place({ blockedSince: { 'chat/calls': MORNING + HOUR } }))).toEqual(blocked);
  });

  test('is the snapshot’s own where the history knows nothing', () => {
    expect(withSpells(blocked, null)).toBe(blocked);
    expect(withSpells(null, place())).toBeNull();
  });
});
