import { describe, expect, test } from 'vitest';
import { isOutage } from '../catalogue/status.ts';
import { EMPTY_MEMORY, EMPTY_NETWORK, type Memory, recall, remember } from '../evidence/memory.ts';
import { addressKind } from '../network/address.ts';
import { publicPrefix } from '../network/prefix.ts';
import { readMemory } from './stored.ts';
import {
  CHAT,
  type Chapter,
  DAY,
  ending,
  endpoint,
  HOUR,
  MEET,
  MINUTE,
  MORNING,
  of,
  service,
  tell,
  times,
} from './testing.ts';

/** What should be true, and is not yet. Each goes to the tests of its part once it is. */

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
    const { state, failing } = ending([OPEN, failure, failure, { ...failure, outages: ['chat'] }]).network;
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

  test('networks visited under a clock that was a year ahead do not crowd out the one of today', () => {
    let memory: Memory = EMPTY_MEMORY;
    const visit = (key: string, at: number) => {
      memory = remember(memory, key, { ...EMPTY_NETWORK, lastRoundAt: at }, {});
    };
    for (let i = 0; i < 12; i++) visit(`network-${i}`, MORNING + 365 * DAY + i * HOUR);
    visit('home', MORNING);
    expect(recall(memory, 'home', MORNING).lastRoundAt).toBe(MORNING);
  });
});

describe('silence without a vote accuses nobody', () => {
  test('a relay that never answered beside a binding of its own host, over the same transport', () => {
    const one = service('one', [
      endpoint('signalling', 'https://one.example/'),
      endpoint('media', 'stun:media.one.example:3478'),
      endpoint('media', 'turn:media.one.example:3478?transport=udp'),
    ]);
    const story = times(4, { seen: [[/turn:media\.one/, 'silent']] } as Chapter);
    expect(of(ending(story, { services: [one] }), one).calls.state).toBe('clear');
  });

  test('a documented host that refuses every browser, and does so', () => {
    const one = service('one', [
      endpoint('signalling', 'https://one.example/', 'verified', 'refuses-browsers'),
      endpoint('media', 'stun:media.one.example:3478'),
    ]);
    const story = times(4, { seen: [[/one\.example\/$/, 'refused']] } as Chapter);
    expect(of(ending(story, { services: [one] }), one).calls.rule).toBe('calls.signalling-untestable');
  });
});

describe('a line is judged by its own controls from its first round', () => {
  test('two rounds that lose half of the controls, each another half, decide nothing', () => {
    const losing = (half: RegExp): Chapter => ({ network: 'train', seen: [...(SILENT.seen ?? []), [half, 'silent']] });
    const story = [OPEN, losing(/(stun|check)\.(north|east)/), losing(/(stun|check)\.(south|west)/)];
    expect(chat(story).state).not.toBe('likely-blocked');
  });
});

describe('what is said', () => {
  test('relays over TLS alone answer, and those over UDP have no vote: nothing is being confirmed', () => {
    const one = service('one', [
      endpoint('signalling', 'https://one.example/'),
      endpoint('media', 'turn:udp.one.example:3478?transport=udp'),
      endpoint('media', 'turns:tls.one.example:443'),
    ]);
    const { rule } = of(
      ending(times(9, { seen: [[/udp\.one/, 'silent']] } as Chapter), { services: [one] }),
      one,
    ).calls;
    expect(rule).not.toMatch(/confirming/);
  });

  test('a relay over TLS far away is not a lossy one: several round trips, no retransmission', () => {
    const one = service('one', [
      endpoint('signalling', 'https://one.example/'),
      endpoint('media', 'turns:tls.one.example:443'),
    ]);
    const far = { outcome: 'answered', durationMs: 1_200 } as const;
    const control = { outcome: 'answered', durationMs: 240 } as const;
    const story = times(3, {
      seen: [
        [/tls\.one/, far],
        [/^stun:/, control],
      ],
    } as Chapter);
    expect(of(ending(story, { services: [one] }), one).calls.state).toBe('clear');
  });

  test('a gateway that carries a part of the traffic, some controls too, forges nothing', () => {
    const inside = { outcome: 'answered', remote: 'private' } as const;
    const outside = { outcome: 'answered', remote: 'public' } as const;
    const split: Chapter = {
      seen: [
        [/check\.north/, outside],
        [/check\.|\.chat\.example\/$/, inside],
      ],
    };
    expect(of(ending([OPEN, ...times(3, split)]), CHAT).messages.state).toBe('reachable');
  });
});

describe('what cannot be read is no address, number or feed', () => {
  test('an octet above 255', () => {
    expect(publicPrefix('203.0.113.999')).toBeNull();
    expect(addressKind('10.300.1.1')).toBe('public');
  });

  test('IPv4 in IPv6, however it is written, is the IPv4 that it holds', () => {
    expect(addressKind('::ffff:0a00:0001')).toBe('private');
    expect(addressKind('[::ffff:a00:1]')).toBe('private');
  });

  test('an endless count of losses', () => {
    const loss = { asked: Number.POSITIVE_INFINITY, failed: Number.POSITIVE_INFINITY };
    const home = { ...EMPTY_NETWORK, loss: { udp: loss, tcp: loss } };
    expect(readMemory({ schemaVersion: 1, networks: { home }, answered: {} }).networks).toEqual({});
  });

  test("Google's list of incidents with other fields than before", () => {
    const feed = { format: 'google-incidents', component: 'Google Meet' } as const;
    expect(isOutage(feed, [{ finished: null, impact: 'OUTAGE', products: ['Google Meet'] }])).toBeNull();
  });
});
