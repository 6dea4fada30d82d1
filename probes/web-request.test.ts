import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation } from '../core/evidence/observation.ts';
import { explain, type Heard } from './web-request.ts';

const seen = (outcome: Observation['outcome'], url = 'https://web.example/'): Observation => ({
  url,
  probe: 'https',
  transport: 'tls',
  outcome,
  startedAt: 0,
  durationMs: 40,
  depth: outcome === 'answered' ? 'application' : 'none',
  ...(outcome === 'answered' ? {} : { mechanism: 'unknown' }),
  ...(outcome === 'silent' ? { code: 'timeout' } : {}),
});
const failed = (error: string, ip?: string) => explain(seen('failed'), { error, ...(ip && { ip }) });

const REMOTE = '203.0.113.10';

describe('Chromium’s codes', () => {
  test.for([
    ['NAME_NOT_RESOLVED', 'none', 'dns.missing'],
    ['CONNECTION_REFUSED', 'name', 'tcp.reset'],
    ['CONNECTION_TIMED_OUT', 'name', 'tcp.timeout'],
    ['ADDRESS_UNREACHABLE', 'name', 'unknown'],
    ['CONNECTION_RESET', 'transport', 'tls.reset'],
    ['CONNECTION_CLOSED', 'transport', 'tls.reset'],
    ['TIMED_OUT', 'transport', 'tls.timeout'],
    ['SSL_PROTOCOL_ERROR', 'transport', 'unknown'],
    ['CERT_AUTHORITY_INVALID', 'transport', 'tls.certificate'],
    ['CERT_DATE_INVALID', 'transport', 'tls.certificate'],
    ['CERT_COMMON_NAME_INVALID', 'transport', 'tls.certificate'],
    ['EMPTY_RESPONSE', 'secure', 'unknown'],
    ['ABORTED', 'none', 'unknown'],
    ['SOMETHING_NEW', 'none', 'unknown'],
  ] as const)('ERR_%s reached %s: %s', ([name, depth, mechanism]) => {
    const code = `net::ERR_${name}`;
    expect(failed(code)).toMatchObject({ outcome: 'failed', depth, mechanism, code });
  });

  test('nothing is said of a request that we ended ourselves', () => {
    expect(explain(seen('silent'), { error: 'net::ERR_ABORTED' })).toEqual(seen('silent'));
  });
});

describe('Firefox’s codes', () => {
  test.for([
    ['NS_ERROR_UNKNOWN_HOST', undefined, 'none', 'dns.missing'],
    ['NS_ERROR_CONNECTION_REFUSED', undefined, 'name', 'tcp.reset'],
    ['NS_ERROR_NET_RESET', REMOTE, 'transport', 'tls.reset'],
    ['NS_ERROR_NET_INTERRUPT', REMOTE, 'transport', 'tls.reset'],
  ] as const)('%s reached the %s', ([code, ip, depth, mechanism]) => {
    expect(failed(code, ip)).toMatchObject({ depth, mechanism, code });
  });

  test.for([
    'The certificate is not trusted because it is self-signed.',
    'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
    'Peer’s Certificate has expired.',
  ])('“%s” is a certificate', (sentence) => {
    expect(failed(sentence, REMOTE)).toMatchObject({
      depth: 'transport',
      mechanism: 'tls.certificate',
      code: 'tls error',
    });
  });

  test.for([
    'SSL received a record that exceeded the maximum permissible length.',
    'Cannot communicate securely with peer: no common encryption algorithm(s).',
    'Dem Zertifikat wird nicht vertraut, weil es vom Aussteller selbst signiert wurde.',
    'الشهادة غير موثوقة لأنها موقعة ذاتيًّا.',
  ])('“%s” is a connection that failed, nobody knows how', (sentence) => {
    expect(failed(sentence, REMOTE)).toMatchObject({ depth: 'transport', mechanism: 'unknown', code: 'tls error' });
  });

  test('a request that Firefox ended itself is no TLS error', () => {
    expect(failed('NS_BINDING_ABORTED')).toMatchObject({ code: 'NS_BINDING_ABORTED', mechanism: 'unknown' });
  });

  test('a silence after the connection was made is told from one before', () => {
    const silent = (ip?: string) => explain(seen('silent'), { error: 'NS_BINDING_ABORTED', ...(ip && { ip }) });
    expect(silent(REMOTE)).toMatchObject({ outcome: 'silent', depth: 'transport', mechanism: 'tls.timeout' });
    expect(silent()).toMatchObject({ outcome: 'silent', depth: 'none' });
    expect(silent()).toHaveProperty('code', 'timeout');
  });
});

describe('an answer', () => {
  const answered = (heard: Heard, url?: string) => explain(seen('answered', url), heard);
  const blockpage = { outcome: 'failed', depth: 'secure', mechanism: 'http.blockpage' };

  test.for([200, 204, 301, 403, 404, 500])('with status %i is an answer', (status) => {
    expect(answered({ status, ip: REMOTE })).toMatchObject({ outcome: 'answered', depth: 'application', status });
  });

  test('with status 451 says itself that it is blocked', () => {
    expect(answered({ status: 451, ip: REMOTE })).toMatchObject({ ...blockpage, status: 451, code: 'http 451' });
  });

  test('that left TLS is not the service', () => {
    expect(answered({ status: 200, ip: REMOTE, redirectedTo: 'http://blocked.example/' })).toMatchObject({
      ...blockpage,
      redirected: true,
    });
  });

  test.for([
    [REMOTE, 'public'],
    ['10.0.0.1', 'private'],
  ] as const)(
    'that was sent on to another host at %s is an answer, and said to be: a proxy has such an address, too',
    ([ip, remote]) => {
      expect(answered({ status: 200, ip, redirectedTo: 'https://www.web.example/en' })).toMatchObject({
        outcome: 'answered',
        redirected: true,
        remote,
      });
    },
  );

  test('that stayed on its host is no redirect', () => {
    expect(answered({ status: 200, ip: REMOTE, redirectedTo: 'https://web.example/login' })).not.toHaveProperty(
      'redirected',
    );
  });

  test('of which nothing was heard stays as it was', () => {
    expect(answered({})).toEqual(seen('answered'));
  });
});

describe('a cause on this machine says nothing about the server', () => {
  test.for([
    'net::ERR_INTERNET_DISCONNECTED',
    'net::ERR_NETWORK_CHANGED',
    'net::ERR_NETWORK_IO_SUSPENDED',
    'net::ERR_BLOCKED_BY_CLIENT',
    'net::ERR_PROXY_CONNECTION_FAILED',
    'net::ERR_TUNNEL_CONNECTION_FAILED',
    'net::ERR_SOCKS_CONNECTION_FAILED',
    'net::ERR_INSUFFICIENT_RESOURCES',
    'NS_ERROR_OFFLINE',
    'NS_ERROR_PROXY_CONNECTION_REFUSED',
  ])('%s', (cause) => {
    for (const outcome of ['failed', 'silent'] as const) {
      const observation = explain(seen(outcome), { error: cause, ip: REMOTE, resolved: [] });
      expect(observation).toMatchObject({ outcome: 'inconclusive', code: cause, depth: 'none' });
      expect(observation).not.toHaveProperty('mechanism');
    }
  });
});

describe('the page of a portal, over plain HTTP', () => {
  const portal = { ...seen('answered', 'http://portal.example/'), transport: 'tcp' as const };

  test.for<[string, Heard]>([
    ['at a private address', { status: 200, ip: '10.0.0.1', redirectedTo: 'http://login.gateway.example/' }],
    ['over TLS', { status: 200, ip: REMOTE, redirectedTo: 'https://login.gateway.example/' }],
    ['that says 451', { status: 451, ip: REMOTE, redirectedTo: 'http://blocked.example/' }],
  ])('is the very answer that finds it: %s', ([, heard]) => {
    expect(explain(portal, heard)).toMatchObject({ outcome: 'answered', depth: 'application', redirected: true });
  });
});

test('A redirect over plain HTTP is the answer that finds a portal, even where its own page fails', () => {
  const heard = { error: 'net::ERR_CONNECTION_RESET', redirectedTo: 'https://login.gateway.example/' };
  const portal = { ...seen('failed', 'http://portal.example/'), transport: 'tcp' as const };
  expect(explain(portal, heard)).toMatchObject({ outcome: 'answered', depth: 'application', redirected: true });
});

test('What failed after a redirect is not laid to the service’s path', () => {
  const heard = { error: 'net::ERR_CONNECTION_RESET', redirectedTo: 'https://other.example/' };
  expect(explain(seen('failed'), heard)).toMatchObject({ outcome: 'failed', depth: 'secure', mechanism: 'unknown' });
});

test('An explained observation holds no address, no sentence and no place that it was sent to', () => {
  const sentence = fc.constantFrom(
    'An error occurred during a connection to 203.0.113.10:443. Peer’s Certificate has expired.',
    'net::ERR_FAILED at 203.0.113.10',
    'NS_ERROR_UNKNOWN_HOST (203.0.113.10)',
    'net::ERR_ABORTED',
    'NS_BINDING_ABORTED',
  );
  const heard = fc.record(
    {
      // Whatever every object has by nature is no error that is known.
      error: fc.oneof(sentence, fc.constantFrom('toString', '__proto__', 'net::ERR_constructor'), fc.string()),
      ip: fc.constantFrom('203.0.113.10', '10.66.0.1', 'fd00::1'),
      status: fc.constantFrom(200, 302, 451),
      resolved: fc.subarray(['203.0.113.10', '10.66.0.1']),
      redirectedTo: fc.constantFrom('http://203.0.113.10/secret', 'https://gateway.example/secret', 'no address'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(heard, fc.constantFrom('answered' as const, 'failed' as const, 'silent' as const), (told, outcome) => {
      const observation = explain(seen(outcome), told);
      const text = JSON.stringify(observation);
      for (const word of ['203.0.113.10', '10.66.0.1', 'fd00::1', 'secret', 'gateway.example']) {
        expect(text).not.toContain(word);
      }
      expect(observation.code ?? '').toMatch(/^$|^timeout$|^tls error$|^http (\d{3}|\?)$|^(net::ERR_|NS_)[A-Z0-9_]+$/);
    }),
  );
});
