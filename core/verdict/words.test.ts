import { describe, expect, test } from 'vitest';
import { CALL_RULES, MESSAGE_RULES } from './rules.ts';
import { CHAT, type Chapter, ending, MORNING, of, TALK, times } from './testing.ts';
import { isWord, mayBeOut, needsConfirming } from './words.ts';

const OPEN: Chapter = {};
const SILENT: Chapter = { seen: [[/(relay|star)\.chat/, 'silent']] };
const RESET: Chapter = { seen: [[/(web|edge)\.chat/, 'reset']] };
const chat = (chapters: readonly Chapter[]) => of(ending(chapters), CHAT);

describe('a service', () => {
  test.for<{ when: string; story: Chapter[]; failing: boolean; word: boolean }>([
    { when: 'answers', story: [OPEN], failing: false, word: true },
    { when: 'was silent once', story: [OPEN, SILENT], failing: true, word: true },
    { when: 'is blocked', story: [OPEN, SILENT, SILENT], failing: true, word: true },
    { when: 'is unreachable', story: [OPEN, RESET, RESET], failing: true, word: true },
    { when: 'is out', story: [OPEN, { ...RESET, outages: ['chat'] }], failing: true, word: true },
    { when: 'has no vote', story: [SILENT], failing: false, word: true },
    { when: 'was not heard', story: [{ seen: [[/\.chat\./, 'not-needed']] }], failing: false, word: false },
  ])('that $when: its status feed is asked $failing, something can be said of it $word', ({ story, failing, word }) => {
    expect([mayBeOut(chat(story), MORNING), isWord(chat(story))]).toEqual([failing, word]);
  });

  const HOURS = 3_600_000;
  const OUT: Chapter = { ...RESET, outages: ['chat'] };
  /** A round every six hours. */
  const goesOn = (chapter: Chapter, hours: number) => times(hours / 6, { ...chapter, after: 6 * HOURS });
  test.for<{ what: string; story: Chapter[]; asked: boolean }>([
    { what: 'blocked for less than four days', story: [OPEN, SILENT, ...goesOn(SILENT, 96)], asked: true },
    { what: 'blocked for longer', story: [OPEN, SILENT, ...goesOn(SILENT, 108)], asked: false },
    { what: 'unreachable for longer', story: [OPEN, RESET, ...goesOn(RESET, 108)], asked: false },
    { what: 'out for longer', story: [OPEN, OUT, ...goesOn(OUT, 108)], asked: true },
    {
      what: 'without calls for longer, and without messages since now',
      story: [OPEN, SILENT, ...goesOn(SILENT, 108), { seen: [[/\.chat\./, 'silent']] }],
      asked: true,
    },
  ])('that has been $what: its status feed is asked $asked', ({ story, asked }) => {
    const at = story.slice(1).reduce((sum, { after = 30_000 }) => sum + after, MORNING);
    expect(mayBeOut(chat(story), at)).toBe(asked);
  });

  test('whose calls cannot be tested is worth a word', () => {
    expect(isWord(of(ending([OPEN]), TALK))).toBe(true);
  });
});

describe('another round is needed', () => {
  const NO_UDP: Chapter = { seen: [[/^stun:|udp$/, 'silent']] };
  test.for<{ when: string; story: Chapter[]; needed: boolean }>([
    { when: 'all is well', story: [OPEN], needed: false },
    { when: 'a relay was silent once', story: [OPEN, SILENT], needed: true },
    { when: 'the block is decided', story: [OPEN, ...times(2, SILENT)], needed: false },
    { when: 'it answers again', story: [OPEN, ...times(2, SILENT), OPEN], needed: true },
    { when: 'it answers for good', story: [OPEN, ...times(2, SILENT), OPEN, OPEN], needed: false },
    { when: 'signalling was reset once', story: [OPEN, RESET], needed: true },
    { when: 'no UDP passed once', story: [NO_UDP], needed: true },
    { when: 'no UDP passes', story: [NO_UDP, NO_UDP], needed: false },
    { when: 'nothing has a vote', story: [SILENT], needed: false },
    { when: 'there is no internet', story: [{ seen: [[/./, 'silent']] }], needed: false },
  ])('when $when: $needed', ({ story, needed }) => {
    expect(needsConfirming(ending(story))).toBe(needed);
  });

  test('whenever a service is suspected: its rule says that it is being confirmed', () => {
    const suspecting = [...CALL_RULES, ...MESSAGE_RULES].filter(([, state]) => state === 'suspected');
    expect(suspecting.map(([id]) => id).filter((id) => !id.endsWith('-confirming'))).toEqual([]);
    expect(suspecting.length).toBe(3);
  });
});
