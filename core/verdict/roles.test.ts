import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../catalogue/runtime.ts';
import type { Mechanism } from '../vocabulary.ts';
import { commonMechanism, roleOutcome, voter } from './roles.ts';
import type { Round } from './round.ts';
import { endpoint, MORNING, observe, type Seen } from './testing.ts';

const TURN = 'turn:a.example:3478?transport=udp';
const OTHER = 'turn:b.example:3478?transport=udp';
const STUN = 'stun:a.example:3478';
const ELSEWHERE = 'stun:c.example:3478';
const TLS = 'turns:a.example:443';
const LITERAL = 'stun:198.51.100.7:1400';
const WEB = 'https://web.example/';
const FRONT = 'https://front.example/';
const CONTROL = 'stun:control.example:3478';

/** How each address fared. */
type Fared = Readonly<Record<string, Exclude<Seen, 'unasked'>>>;

interface Case {
  readonly fared: Fared;
  readonly role: readonly Endpoint[];
  readonly earned?: readonly string[];
  /** A control answered and saw us over IPv4; true unless told. */
  readonly overIPv4?: boolean;
}

function outcome({ fared, role, earned = [], overIPv4 = true }: Case) {
  const seen = Object.entries(fared).map(([url, seen]) => [url, observe(url, seen)] as const);
  const seenFrom = { family: overIPv4 ? (4 as const) : (6 as const), fingerprint: 'home' };
  const control = [CONTROL, { ...observe(CONTROL, 'answered'), seenFrom }] as const;
  const round: Round = { at: MORNING, observations: new Map([control, ...seen]), online: true, outages: new Set() };
  return roleOutcome(
    role,
    round,
    voter(round, (url) => earned.includes(url)),
  );
}
const media = (...urls: readonly string[]): Endpoint[] => urls.map((url) => endpoint('media', url));
const documented = (...urls: readonly string[]): Endpoint[] => urls.map((url) => endpoint('media', url, 'verified'));
const signalling = (...urls: readonly string[]): Endpoint[] =>
  urls.map((url) => endpoint('signalling', url, ...(url === FRONT ? (['refuses-browsers'] as const) : [])));

describe('a role', () => {
  test.for<Case & { is: string; when: string }>([
    {
      when: 'any endpoint answers',
      fared: { [TURN]: 'silent', [OTHER]: 'answered' },
      role: documented(TURN, OTHER),
      is: 'answered',
    },
    { when: 'an endpoint without a vote answers', fared: { [TURN]: 'answered' }, role: media(TURN), is: 'answered' },
    {
      when: 'endpoints that never answered are silent',
      fared: { [TURN]: 'silent' },
      role: media(TURN),
      is: 'unearned',
    },
    {
      when: 'an endpoint that has answered before is silent',
      fared: { [TURN]: 'silent' },
      role: media(TURN),
      earned: [TURN],
      is: 'failed',
    },
    { when: 'a documented endpoint is silent', fared: { [TURN]: 'silent' }, role: documented(TURN), is: 'failed' },
    {
      when: 'a documented endpoint is silent beside one that never answered',
      fared: { [TURN]: 'silent', [OTHER]: 'silent' },
      role: [...documented(TURN), ...media(OTHER)],
      is: 'failed',
    },
    {
      when: 'one voter is silent and the other was not asked',
      fared: { [TURN]: 'silent' },
      role: documented(TURN, OTHER),
      is: 'unearned',
    },
    {
      when: 'one voter is silent and the other was not waited for',
      fared: { [TURN]: 'silent', [OTHER]: 'not-needed' },
      role: documented(TURN, OTHER),
      is: 'unearned',
    },
    { when: 'nothing was asked', fared: {}, role: documented(TURN), is: 'nothing' },
    { when: 'nothing could be asked', fared: { [TURN]: 'not-needed' }, role: documented(TURN), is: 'nothing' },
    { when: 'it has no endpoints', fared: {}, role: [], is: 'nothing' },
    { when: 'a web host is reset', fared: { [WEB]: 'reset' }, role: signalling(WEB), earned: [WEB], is: 'failed' },
  ])('is $is when $when', ({ is, ...what }) => {
    expect(outcome(what).kind).toBe(is);
  });

  test('answers as fast as its fastest endpoint', () => {
    const fared = { [TURN]: 'late', [OTHER]: 'answered' } as const;
    expect(outcome({ fared, role: media(TURN, OTHER) })).toEqual({ kind: 'answered', fastestMs: 40 });
  });
});

describe('a host that is alive', () => {
  test('over TLS, gives its UDP address a vote: the path is silent, not the machine', () => {
    const fared = { [TURN]: 'silent', [TLS]: 'answered' } as const;
    expect(outcome({ fared, role: media(TURN) })).toEqual({ kind: 'failed', mechanism: 'udp.timeout' });
  });

  test('over TLS, says nothing of another host', () => {
    const fared = { [OTHER]: 'silent', [TLS]: 'answered' } as const;
    expect(outcome({ fared, role: media(OTHER) }).kind).toBe('unearned');
  });

  test('as a web server, says nothing of a relay of the same name', () => {
    const fared = { [TURN]: 'silent', 'https://a.example/': 'answered' } as const;
    expect(outcome({ fared, role: media(TURN) }).kind).toBe('unearned');
  });
});

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

describe('a server that refuses every browser', () => {
  test.for<{ seen: Exclude<Seen, 'unasked'>; is: string; why: string }>([
    { seen: 'refused', is: 'refused', why: 'as everywhere' },
    {
      seen: { outcome: 'failed', mechanism: 'tls.certificate' },
      is: 'refused',
      why: 'as everywhere, and it may be read',
    },
    { seen: 'reset', is: 'unearned', why: 'not how it refuses' },
    { seen: 'silent', is: 'unearned', why: 'not how it refuses' },
    { seen: 'answered', is: 'answered', why: 'an answer is an answer' },
    { seen: 'not-needed', is: 'nothing', why: 'it was not heard' },
  ])('and was $seen: the role is $is, $why', ({ seen, is }) => {
    expect(outcome({ fared: { [FRONT]: seen }, role: signalling(FRONT) }).kind).toBe(is);
  });

  test('does not hide the silence of a host beside it that never answered', () => {
    expect(outcome({ fared: { [FRONT]: 'refused', [WEB]: 'silent' }, role: signalling(FRONT, WEB) }).kind).toBe(
      'unearned',
    );
  });

  test('does not excuse the failure of a host beside it that has answered', () => {
    const fared = { [FRONT]: 'refused', [WEB]: 'reset' } as const;
    expect(outcome({ fared, role: signalling(FRONT, WEB), earned: [WEB] }).kind).toBe('failed');
  });
});

describe('the mechanism of several failures', () => {
  test.for<{ named: (Mechanism | null)[]; is: Mechanism }>([
    { named: ['tls.reset', 'tls.reset'], is: 'tls.reset' },
    { named: ['tls.reset', 'unknown'], is: 'tls.reset' },
    { named: ['tls.reset', null], is: 'tls.reset' },
    { named: ['tls.reset', 'tcp.timeout'], is: 'unknown' },
    { named: ['tls.reset', 'tcp.timeout', 'unknown'], is: 'unknown' },
    { named: ['unknown', null], is: 'unknown' },
    { named: [], is: 'unknown' },
  ])('$named is $is', ({ named, is }) => {
    const hints = named.map((mechanism) => observe(WEB, { outcome: 'failed', ...(mechanism && { mechanism }) }));
    expect(commonMechanism(hints)).toBe(is);
  });
});
