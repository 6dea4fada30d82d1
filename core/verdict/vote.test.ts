import { describe, expect, test } from 'vitest';
import type { EndpointHealth } from '../catalogue/health.ts';
import type { Endpoint } from '../catalogue/runtime.ts';
import { EMPTY_MEMORY } from '../evidence/memory.ts';
import { answeredOn, DAY, day, endpoint, HOUR, MORNING, observe, silentFor } from './testing.ts';
import { counts, type Vote, voter } from './vote.ts';

const UDP = 'turn:a.example:3478?transport=udp';
const TLS = 'turns:a.example:443';
const PAPER: Partial<Endpoint> = { verified: true, verifiedOn: '2026-10' };

interface Case {
  readonly what: string;
  readonly is: Endpoint;
  readonly vote: Vote;
  /** When it last answered here, days before that morning. */
  readonly answered?: number;
  readonly aliveAt?: string;
}

const relay = (change: Partial<Endpoint> = {}): Endpoint => ({ ...endpoint('media', UDP), ...change });
const web = (url: string, change: Partial<Endpoint> = {}): Endpoint => ({ ...endpoint('signalling', url), ...change });
const known = (health: EndpointHealth) => relay({ health });

function voteOf({ is, answered, aliveAt }: Omit<Case, 'what' | 'vote'>, at = MORNING): Vote {
  const observations = new Map(aliveAt ? [[aliveAt, observe(aliveAt, 'answered')]] : []);
  const votes = answered === undefined ? {} : { [is.url]: MORNING - answered * DAY };
  return voter({ at, observations }, { ...EMPTY_MEMORY, answered: votes })(is);
}

describe('silence counts', () => {
  test.for<Case>([
    { what: 'by a document', is: relay(PAPER), vote: { ground: 'document', date: '2026-10' } },
    { what: 'by one without a date', is: relay({ verified: true }), vote: { ground: 'document' } },
    { what: 'by the record', is: known(answeredOn(-16)), vote: { ground: 'record', date: day(-16) } },
    { what: 'by a record 90 days old', is: known(answeredOn(-90)), vote: { ground: 'record', date: day(-90) } },
    {
      what: 'by the record, though places have not heard it for 29 days',
      is: known({ ...silentFor(29), answered: day(-31) }),
      vote: { ground: 'record', date: day(-31) },
    },
    { what: 'by an answer here', is: relay(), answered: 10, vote: { ground: 'here', date: day(-10) } },
    { what: 'by its host', is: relay(), aliveAt: TLS, vote: { ground: 'host' } },
    {
      what: 'by an answer here rather than a document, and by that rather than the record',
      is: relay({ ...PAPER, health: answeredOn(-1) }),
      answered: 1,
      vote: { ground: 'here', date: day(-1) },
    },
    {
      what: 'by a document rather than the record',
      is: relay({ ...PAPER, health: answeredOn(-1) }),
      vote: { ground: 'document', date: '2026-10' },
    },
    {
      what: 'by an answer here, where servers refuse browsers',
      is: web('https://front.example/', { refusesBrowsers: true }),
      answered: 2,
      vote: { ground: 'here', date: day(-2) },
    },
    {
      what: 'by an answer here that is younger than the record’s last, though it is demoted',
      is: known({ ...silentFor(30), answered: day(-35) }),
      answered: 34,
      vote: { ground: 'here', date: day(-34) },
    },
    {
      what: 'by an answer here, though it is demoted and the record never heard it',
      is: known(silentFor(60)),
      answered: 80,
      vote: { ground: 'here', date: day(-80) },
    },
  ])('$what', ({ vote, ...of }) => {
    expect(voteOf(of)).toEqual(vote);
    expect(counts(vote)).toBe(true);
  });
});

describe('silence does not count', () => {
  test.for<Case>([
    { what: 'of what nobody knows', is: relay(), vote: { ground: 'unearned' } },
    { what: 'after 91 days', is: known(answeredOn(-91)), vote: { ground: 'unearned', date: day(-91) } },
    { what: 'after 91 days here', is: relay(), answered: 91, vote: { ground: 'unearned' } },
    { what: 'of what no place has heard', is: known(silentFor(5)), vote: { ground: 'unearned' } },
    {
      what: 'of a WebSocket, whatever a catalogue or a record says',
      is: web('wss://socket.example/', { ...PAPER, health: answeredOn(0) }),
      vote: { ground: 'unearned', date: day(0) },
    },
    {
      what: 'of servers that refuse browsers, whatever they say',
      is: web('https://front.example/', { ...PAPER, refusesBrowsers: true, health: answeredOn(0) }),
      vote: { ground: 'unearned', date: day(0) },
    },
    {
      what: 'of one that is demoted, whatever a document says or its host does',
      is: relay({ ...PAPER, health: { ...silentFor(30), answered: day(-40) } }),
      aliveAt: TLS,
      vote: { ground: 'demoted', date: day(-31) },
    },
    {
      what: 'of one that is demoted, and answered here no later than the record heard it',
      is: known({ ...silentFor(30), answered: day(-35) }),
      answered: 35,
      vote: { ground: 'demoted', date: day(-31) },
    },
    {
      what: 'of one that is retired, though it answered here yesterday',
      is: relay({ ...PAPER, health: silentFor(90) }),
      answered: 1,
      vote: { ground: 'retired', date: day(-91) },
    },
    {
      what: 'by a web host of the same name',
      is: relay(),
      aliveAt: 'https://a.example/',
      vote: { ground: 'unearned' },
    },
    {
      what: 'where the host answers over UDP alone',
      is: relay(),
      aliveAt: 'stun:a.example:3478',
      vote: { ground: 'unearned' },
    },
    { what: 'by an answer from the future', is: relay(), answered: -2, vote: { ground: 'unearned' } },
  ])('$what', ({ vote, ...of }) => {
    expect(voteOf(of)).toEqual(vote);
    expect(counts(vote)).toBe(false);
  });

  test('by the record where this clock stands before its day, or long after', () => {
    const grounds = [-3 * DAY, 120 * DAY].map((off) => voteOf({ is: known(answeredOn(0)) }, MORNING + off).ground);
    expect(grounds).toEqual(['unearned', 'unearned']);
    expect(voteOf({ is: known(answeredOn(0)) }, MORNING - 20 * HOUR).ground).toBe('record');
  });
});

test.for(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('An address called %s has no vote', (url) => {
  expect(voteOf({ is: { ...relay(), url } })).toEqual({ ground: 'unearned' });
});
