import { describe, expect, it } from 'vitest';
import { Failure, isPrivate, mechanismOf, TIMEOUT } from './failure.ts';

describe('what a raw measurement tells', () => {
  it.each([
    ['resolve', 'ENOTFOUND', 'dns.missing'],
    ['connect', 'ECONNREFUSED', 'tcp.reset'],
    ['connect', TIMEOUT, 'tcp.timeout'],
    ['connect', 'EHOSTUNREACH', undefined],
    ['tls_handshake', 'ECONNRESET', 'tls.reset'],
    ['tls_handshake', TIMEOUT, 'tls.timeout'],
    ['tls_handshake', 'CERT_HAS_EXPIRED', 'tls.certificate'],
    ['http_round_trip', 'ECONNRESET', undefined],
  ] as const)('%s ended with %s: %s', (operation, code, mechanism) => {
    expect(mechanismOf(new Failure(operation, code))).toBe(mechanism);
  });

  it('is a forged name, whatever fails behind it', () => {
    expect(mechanismOf(new Failure('connect', 'ECONNREFUSED', true))).toBe('dns.poisoned');
  });
});

it.each(['10.66.0.1', '127.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1'])(
  '%s is nobody’s public address',
  (address) => expect(isPrivate(address)).toBe(true),
);
it.each(['45.76.1.1', '172.32.0.1', '100.128.0.1'])('%s is a public one', (address) =>
  expect(isPrivate(address)).toBe(false),
);
