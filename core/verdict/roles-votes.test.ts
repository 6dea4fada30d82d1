import { describe, expect, test } from 'vitest';
import { media, OTHER, outcome, STUN, signalling, TLS, TURN, WEB } from './testing-roles.ts';

describe('a machine is alive', () => {
  const silent = { [TURN]: 'silent' } as const;

  test('where it answers over another transport: its silence counts', () => {
    expect(outcome({ fared: { ...silent, [TLS]: 'answered' }, role: media(TURN) }).kind).toBe('failed');
  });

  test('not where it is silent there, too', () => {
    expect(outcome({ fared: { ...silent, [TLS]: 'silent' }, role: media(TURN) }).kind).toBe('unearned');
  });

  test('is not what one web server says of another', () => {
    const fared = { [WEB]: 'silent', 'http://portal.example/': 'answered' } as const;
    expect(outcome({ fared, role: signalling(WEB) }).kind).toBe('unearned');
  });
});

describe('a filter on TURN', () => {
  const BINDING = 'stun:b.example:3478';

  test('is seen on several machines at once', () => {
    const fared = { [TURN]: 'silent', [STUN]: 'answered', [OTHER]: 'silent', [BINDING]: 'answered' } as const;
    expect(outcome({ fared, role: media(TURN, STUN, OTHER, BINDING), earned: [TURN, OTHER] }).kind).toBe('failed');
  });

  test('is not concluded from one over UDP that is silent beside one over TLS that answers', () => {
    expect(
      outcome({ fared: { [TURN]: 'silent', [TLS]: 'answered' }, role: media(TURN, TLS), earned: [TURN] }).kind,
    ).toBe('answered');
  });

  test('is not concluded from one over TLS: firewalls know other reasons for that', () => {
    expect(
      outcome({ fared: { [TLS]: 'silent', [STUN]: 'answered' }, role: media(TLS, STUN), earned: [TLS] }).kind,
    ).toBe('answered');
  });
});
