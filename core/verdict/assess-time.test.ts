import { describe, expect, test } from 'vitest';
import { CHAT, type Chapter, DAY, ending, MEET, MINUTE, MORNING, of, tell, times } from './testing.ts';

const OPEN: Chapter = {};
const SILENT: Chapter = { seen: [[/(relay|star)\.chat/, 'silent']] };
const BLOCKED = [OPEN, ...times(3, SILENT)];
const NO_UDP: Chapter = { seen: [[/^stun:|udp$/, 'silent']] };
const chat = (chapters: readonly Chapter[]) => of(ending(chapters), CHAT).calls;

describe('a verdict outlives the interval between background checks', () => {
  // 30 minutes by default, stretched to 60 and 120 on a network that stays as it is, and a fifth more by jitter.
  test('a block that goes on is still one after 144 minutes, with its date', () => {
    const { state, since } = chat([...BLOCKED, { ...SILENT, after: 144 * MINUTE }]);
    expect({ state, since: since - MORNING }).toEqual({ state: 'likely-blocked', since: MINUTE });
  });

  test('so is one on a line that loses one control of four in every round, after 36 minutes', () => {
    const lossy = ['north', 'east', 'south', 'west', 'north', 'east'].map(
      (name): Chapter => ({ seen: [...(SILENT.seen ?? []), [new RegExp(`stun\\.${name}`), 'silent']] }),
    );
    const later = tell([OPEN, ...lossy, { ...lossy[2], after: 36 * MINUTE }]);
    expect(later.slice(-2).map((one) => of(one, CHAT).calls.state)).toEqual(['likely-blocked', 'likely-blocked']);
  });

  test.for([36, 72, 144])('one answer after %d minutes does not end a block: a filter that leaks is one', (minutes) => {
    expect(chat([...BLOCKED, { after: minutes * MINUTE }]).state).not.toBe('clear');
  });

  test('a network without UDP is still one at the next check', () => {
    const { state, since } = ending([...times(3, NO_UDP), { ...NO_UDP, after: 30 * MINUTE }]).network;
    expect({ state, since: since - MORNING }).toEqual({ state: 'udp-blocked', since: MINUTE / 2 });
  });
});

describe('the rounds that are told are the rounds that were counted', () => {
  test('a block decided by failure, answer, failure is not one round of one', () => {
    const { state, failing } = chat([OPEN, SILENT, SILENT, OPEN, SILENT]);
    expect(state).toBe('likely-blocked');
    expect(failing).toBeGreaterThan(1);
  });

  test('failures of last month are not told with the first of today', () => {
    expect(chat([...BLOCKED, { ...SILENT, after: 30 * DAY }])).toMatchObject({ state: 'suspected', failing: 1 });
  });

  test('a network that is clear has no failing rounds, though a service had some before its outage was known', () => {
    const failure: Chapter = { seen: [[/\.chat\./, 'silent']] };
    const { state, failing } = ending([OPEN, ...times(8, failure), { ...failure, outages: ['chat'] }]).network;
    expect({ state, failing }).toEqual({ state: 'clear', failing: 0 });
  });
});

describe('old evidence alone decides nothing', () => {
  test('no UDP control was heard in this round: nothing is known of UDP', () => {
    const unheard: Chapter = { seen: [[/^(stun|turns?):/, 'not-needed']] };
    expect(ending([NO_UDP, NO_UDP, unheard]).network.state).toBe('insufficient');
  });

  test('UDP controls are silent in this round: a UDP relay that was blocked before does not make calls poor', () => {
    const story = [OPEN, ...times(3, { seen: [[/(stun|turn)\.meet.*(19302|udp)$/, 'silent']] } as Chapter)];
    const weak: Chapter = {
      seen: [
        [/(stun|turn)\.meet.*(19302|udp)$/, 'silent'],
        [/stun\.(north|east|south)/, 'silent'],
      ],
    };
    expect(of(ending([...story, weak]), MEET).calls.state).toBe('insufficient');
  });

  test('a block from a day that has not come yet, by a clock that was wrong, is none', () => {
    const silent: Chapter = { seen: [[/(stun|turn)\.meet/, 'silent']] };
    expect(of(ending([...times(3, silent), { ...silent, after: -30 * DAY }]), MEET).calls.state).toBe('suspected');
  });
});
