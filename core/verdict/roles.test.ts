import { describe, expect, test } from 'vitest';
import type { Mechanism } from '../vocabulary.ts';
import { commonMechanism } from './roles.ts';
import { observe, type Seen } from './testing.ts';
import { type Case, documented, FRONT, media, OTHER, outcome, signalling, TLS, TURN, WEB } from './testing-roles.ts';

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
      is: 'nothing',
    },
    {
      when: 'one voter is silent and the other was not waited for',
      fared: { [TURN]: 'silent', [OTHER]: 'not-needed' },
      role: documented(TURN, OTHER),
      is: 'nothing',
    },
    { when: 'nothing was asked', fared: {}, role: documented(TURN), is: 'spared' },
    { when: 'nothing could be asked', fared: { [TURN]: 'not-needed' }, role: documented(TURN), is: 'nothing' },
    { when: 'it has no endpoints', fared: {}, role: [], is: 'absent' },
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
    expect(outcome({ fared, role: media(TURN) })).toMatchObject({ kind: 'failed', mechanism: 'udp.timeout' });
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

  test('is told by the catalogue: another host that fails alike is not excused', () => {
    expect(outcome({ fared: { [WEB]: 'refused' }, role: signalling(WEB) }).kind).toBe('unearned');
    expect(outcome({ fared: { [WEB]: 'refused' }, role: signalling(WEB), earned: [WEB] }).kind).toBe('failed');
  });

  test('speaks for the role though hosts beside it were lost: they have no vote', () => {
    expect(outcome({ fared: { [FRONT]: 'refused', [WEB]: 'silent' }, role: signalling(FRONT, WEB) }).kind).toBe(
      'refused',
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
