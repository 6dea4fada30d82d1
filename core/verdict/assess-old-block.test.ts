import { describe, expect, test } from 'vitest';
import type { EndpointHealth } from '../catalogue/health.ts';
import type { Memory } from '../evidence/memory.ts';
import { readMemory } from './stored.ts';
import {
  type Chapter,
  DAY,
  day,
  ending,
  HOUR,
  MEET,
  MORNING,
  of,
  recorded,
  type Seen,
  silentFor,
  tell,
  times,
} from './testing.ts';
import { mayBeOut } from './words.ts';

/** A block that is older than an outage is not excused by it, whatever happened in between, but for a good word. */

const fares = (pattern: RegExp, seen: Seen, more: Chapter = {}): Chapter => ({ ...more, seen: [[pattern, seen]] });
const OPEN: Chapter = {};
const ALL = /meet\.example/;
const RELAYS = /(stun|turns?)\.meet/;
const WEB = /^https:.*meet\.example/;
const SILENT = fares(ALL, 'silent');
const NO_RELAYS = fares(RELAYS, 'silent');
/** Nothing can be said of anybody. */
const OFFLINE = fares(/./, 'silent', { online: false, after: HOUR });
const LATER = { after: 5 * DAY };
const OUT = { outages: ['meet'] };

/** The story ends on that morning. */
function told(chapters: readonly Chapter[], service = MEET, memory?: Memory) {
  const length = chapters.slice(1).reduce((sum, { after = 30_000 }) => sum + after, 0);
  return of(ending(chapters, { services: [service], from: MORNING - length, ...(memory && { memory }) }), service);
}
const asked = (chapters: readonly Chapter[]) => mayBeOut(told(chapters), MORNING);

describe('a block of more than four days', () => {
  const long = [OPEN, ...times(2, SILENT)];

  test.for<[string, Chapter[]]>([
    ['goes on', []],
    ['was in doubt while this machine was offline', [{ ...OFFLINE, ...LATER }]],
    ['has leaked one answer', [{ ...SILENT, ...LATER }, SILENT, OPEN]],
    ['is suspected anew, as on a network that is used in office hours', [{ ...SILENT, ...LATER }]],
  ])('that %s: no source is asked, and no word of an outage excuses it', ([, between]) => {
    const now = between.length > 0 ? SILENT : { ...SILENT, ...LATER };
    const story = [...long, ...between, now];
    expect(asked(story)).toBe(false);
    const { calls, messages } = told([...story.slice(0, -1), { ...now, ...OUT }]);
    expect(calls.state).toMatch(/unreachable|suspected/);
    expect(messages.state).toMatch(/likely-blocked|suspected/);
  });

  test('tells since when, also in doubt', () => {
    expect(told([...long, { ...SILENT, after: HOUR }]).blockedSince).toBe(MORNING - HOUR);
    expect(told([...long, { ...OFFLINE, after: HOUR }, SILENT]).blockedSince).toBe(MORNING - HOUR - 30_000);
    expect(told([OPEN, SILENT]).blockedSince).toBeUndefined();
  });

  test('is over after a good word: what fails then is new', () => {
    const over = [...long, { ...OPEN, ...LATER }, OPEN];
    expect(asked([...over, SILENT])).toBe(true);
    expect(told([...over, { ...SILENT, ...OUT }]).calls.state).toBe('down');
  });

  test('of calls alone says nothing of messages that fail since now', () => {
    const calls = [OPEN, ...times(2, NO_RELAYS), { ...NO_RELAYS, ...LATER }];
    expect(asked([...calls, NO_RELAYS])).toBe(false);
    expect(asked([...calls, SILENT])).toBe(true);
    expect(told([...calls, { ...SILENT, ...OUT }]).messages.state).toBe('down');
  });

  test('of calls alone is still as old after an outage of the whole service', () => {
    const calls = [OPEN, ...times(2, NO_RELAYS), { ...NO_RELAYS, ...LATER }];
    expect(told([...calls, { ...SILENT, ...OUT }, { ...NO_RELAYS, ...OUT }]).calls.state).not.toBe('down');
  });

  test('that an earlier version wrote down counts from its date, also where it is in doubt now', () => {
    const [last] = tell(long, { services: [MEET], from: MORNING - 9 * DAY }).slice(-1);
    const home = last?.memory.networks.home;
    const since = Object.entries(home?.since ?? {}).filter(([name]) => !name.endsWith('/block'));
    const old = { ...last?.memory, networks: { home: { ...home, since: Object.fromEntries(since) } } };
    const memory = readMemory(JSON.parse(JSON.stringify(old)));
    expect(Object.keys(memory.networks)).toEqual(['home']);
    expect(told([{ ...SILENT, ...OUT }], MEET, memory).calls.state).not.toBe('down');
    expect(told([OFFLINE, { ...SILENT, ...OUT }], MEET, memory).calls.state).not.toBe('down');
  });
});

describe('a block of less than four days', () => {
  test('may be an outage that nobody had told of yet', () => {
    const story = [OPEN, ...times(2, SILENT), { ...SILENT, after: 3 * DAY }];
    expect(asked(story)).toBe(true);
    expect(told([...story, { ...SILENT, ...OUT }]).calls.state).toBe('down');
  });

  test('that was one does not count against an outage that goes on', () => {
    const out = { ...SILENT, ...OUT };
    expect(told([OPEN, ...times(2, SILENT), out, { ...out, after: 5 * DAY }]).calls.state).toBe('down');
  });
});

describe('a service that refuses browsers, and whose relay answers again', () => {
  test('is no longer blocked', () => {
    const quiet = {
      ...MEET,
      endpoints: MEET.endpoints.map((one) =>
        one.role === 'signalling' ? { ...one, refusesBrowsers: true as const } : one,
      ),
    };
    const seen = (...more: NonNullable<Chapter['seen']>): Chapter => ({ seen: [...more, [WEB, 'refused']] });
    const story = [seen(), ...times(2, seen([RELAYS, 'silent']))];
    const back = [...story, { ...seen(), ...LATER }, seen()];
    expect(told([...story, { ...seen([RELAYS, 'silent']), ...LATER }], quiet).blockedSince).toBe(MORNING - 5 * DAY);
    expect(told(back, quiet)).toMatchObject({ calls: { rule: 'calls.signalling-untestable' } });
    expect(told(back, quiet).blockedSince).toBeUndefined();
  });
});

describe('by the record the service has been silent everywhere for four days', () => {
  const record = (health: Partial<EndpointHealth> = {}) => recorded(MEET, { ...silentFor(4), ...health });
  /** Blocked for so many days, before the record said so. */
  const blocked = (days: number, service = record()) => {
    const story = tell([OPEN, ...times(2, SILENT)], { services: [MEET], from: MORNING - days * DAY });
    const memory = story.at(-1)?.memory;
    return told([SILENT], service, memory && { ...memory, answered: {} }).calls.rule;
  };

  test('is no excuse where it has been blocked here for two months', () => {
    expect(blocked(60)).not.toBe('calls.down-everywhere');
    expect(blocked(60, record({ answered: day(-9) }))).not.toBe('calls.down-everywhere');
  });

  test('is one where it was blocked since then', () => {
    expect(blocked(5)).toBe('calls.down-everywhere');
    expect(blocked(3)).toBe('calls.down-everywhere');
  });

  test('is one where it may have fallen silent before anybody asked: places ask once a week', () => {
    expect(blocked(9, record({ answered: day(-9) }))).toBe('calls.down-everywhere');
    expect(blocked(10, record({ answered: day(-9) }))).not.toBe('calls.down-everywhere');
  });

  test('is none where one of its servers was heard elsewhere after the block here', () => {
    const one = recorded(record({ answered: day(-20) }), { ...silentFor(4), answered: day(-9) }, /api/);
    expect(blocked(12, one)).not.toBe('calls.down-everywhere');
  });
});
