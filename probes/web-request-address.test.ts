import { describe, expect, test } from 'vitest';
import { observation } from './testing/network.ts';
import { hearing } from './testing/web.ts';
import { asOwn, explain } from './web-request.ts';

const REMOTE = '203.0.113.10';
const seen = (outcome: 'answered' | 'failed' | 'silent') => observation('https://web.example/', outcome);
const failed = (error: string, ip: string) => explain(seen('failed'), { error, ip });

describe('an address', () => {
  test.for(['10.66.0.1', '127.0.0.1', '0.0.0.0', '192.168.7.7', '100.64.0.1', '169.254.1.1', '::1', 'fd00::1'])(
    'where no public service lives, %s, is a false answer of the name server',
    (ip) => {
      expect(failed('NS_ERROR_NET_RESET', ip).mechanism).toBe('dns.poisoned');
    },
  );

  test.for([REMOTE, '2606:4700::1', '198.18.0.7'])(
    'that may be a service’s, or a tunnel’s, %s, accuses nobody',
    (ip) => {
      expect(failed('NS_ERROR_NET_RESET', ip).mechanism).toBe('tls.reset');
    },
  );

  test('under a valid certificate is the service, wherever it lives', () => {
    expect(explain(seen('answered'), { status: 200, ip: '10.66.0.1' })).toMatchObject({ outcome: 'answered' });
  });
});

describe('a server of the person’s own', () => {
  const own = async (heard: object) => asOwn(hearing(heard)).listen('https://web.example/').heard();

  test('may live at a private address: how it fails there is told as anywhere', async () => {
    const heard = await own({ error: 'net::ERR_CONNECTION_REFUSED', ip: '192.168.7.7', resolved: ['192.168.7.7'] });
    expect(explain(seen('failed'), heard)).toMatchObject({ mechanism: 'tcp.reset', remote: 'private' });
  });

  test('may send one on to another private address; a page without TLS is none of its', async () => {
    const on = (redirectedTo: string) => own({ status: 200, ip: '192.168.7.8', redirectedTo });
    expect(explain(seen('answered'), await on('https://nas.example/')).outcome).toBe('answered');
    expect(explain(seen('answered'), await on('http://portal.example/')).mechanism).toBe('http.blockpage');
  });
});

describe('what the resolver gives', () => {
  const REFUSED = 'NS_ERROR_CONNECTION_REFUSED';
  const told = (resolved: readonly string[], ip?: string) =>
    explain(seen('failed'), { error: REFUSED, resolved, ...(ip && { ip }) });

  test('is a false answer when no public service lives at any of its addresses', () => {
    expect(told(['10.66.0.1', '127.0.0.1'])).toMatchObject({ mechanism: 'dns.poisoned', depth: 'none' });
  });

  test('is believed when one of them is public', () => {
    expect(told(['10.66.0.1', REMOTE])).toMatchObject({ mechanism: 'tcp.reset', depth: 'name' });
    expect(told(['10.66.0.1'], REMOTE)).toMatchObject({ mechanism: 'tcp.reset' });
  });

  test('is a missing name when it is nothing', () => {
    expect(told([])).toMatchObject({ mechanism: 'dns.missing', depth: 'none' });
  });

  test('is not missing where there was a connection', () => {
    expect(explain(seen('failed'), { error: 'NS_ERROR_NET_RESET', resolved: [], ip: REMOTE })).toMatchObject({
      mechanism: 'tls.reset',
    });
  });
});

test.for([
  [REMOTE, 'public'],
  ['10.66.0.1', 'private'],
  ['198.18.0.7', 'tunnel'],
] as const)('Of the address %s only its kind is kept: %s', ([ip, remote]) => {
  for (const outcome of ['answered', 'failed', 'silent'] as const) {
    expect(explain(seen(outcome), { status: 200, ip })).toMatchObject({ remote });
  }
});
