import { describe, expect, test } from 'vitest';
import { endpoint, service } from '../../probes/testing/catalogue.ts';
import { agreedPart, allows, type Consent, isAsked, withHosts } from './consent.ts';

const DOH = ['https://dns.example/?name={name}', 'https://other-dns.example/?name={name}'];
const RELAY = 'turn:relay.example:3478?transport=udp';

describe('an address may be contacted', () => {
  test.for<[string, unknown, boolean]>([
    ['where nobody has agreed', null, false],
    ['where its host was agreed to', { agreedAt: 1, hosts: ['relay.example'] }, true],
    ['where only other hosts were', { agreedAt: 1, hosts: ['web.example'] }, false],
    ['where nothing was', { agreedAt: 1, hosts: [] }, false],
    ['where the record is older than the list', { agreedAt: 1 }, true],
    ['where the list is damaged', { agreedAt: 1, hosts: 'relay.example' }, false],
    ['where the list is there and the agreement is not', { agreedAt: null, hosts: ['relay.example'] }, false],
    ['where the record is damaged', 'yes', false],
  ])('%s', ([, consent, may]) => {
    expect(allows(consent as Consent | null)(RELAY)).toBe(may);
  });

  test('on every port of a host that was agreed to', () => {
    expect(
      ['https://a.example/', 'wss://a.example/socket', 'a.example'].map(allows({ agreedAt: 1, hosts: ['a.example'] })),
    ).toEqual([true, true, true]);
  });
});

describe('agreeing', () => {
  test('adds to what was agreed to before, each host once', () => {
    expect(withHosts({ agreedAt: 1, hosts: ['a', 'b'] }, ['b', 'c'], 2)).toEqual({
      agreedAt: 2,
      hosts: ['a', 'b', 'c'],
    });
  });

  test.for([null, { agreedAt: 1 }, { agreedAt: 1, hosts: 7 }])('after %j begins anew', (before) => {
    expect(withHosts(before as Consent | null, ['a'], 2)).toEqual({ agreedAt: 2, hosts: ['a'] });
  });
});

describe('a service', () => {
  const SERVICE = service(
    'demo',
    [
      endpoint('signalling', 'https://one.example/'),
      endpoint('signalling', 'https://two.example/'),
      endpoint('media', RELAY),
    ],
    {
      statusFeeds: [
        { url: 'https://status.example/', format: 'statuspage' },
        { url: 'doh:up.example', format: 'dns-flag' },
      ],
    },
  );
  const part = (...hosts: string[]) => agreedPart(SERVICE, allows({ agreedAt: 1, hosts }), DOH);

  test('of which nothing may be contacted is left out', () => expect(part('status.example')).toBeNull());

  test('keeps an endpoint that may not be contacted: it is there, and might have answered', () => {
    expect(part('one.example', 'relay.example')?.endpoints).toEqual(SERVICE.endpoints);
    expect(part('one.example')?.endpoints).toEqual(SERVICE.endpoints);
  });

  test.for<[string[], string[]]>([
    [['one.example'], []],
    [['one.example', 'status.example', 'dns.example'], ['https://status.example/']],
    [['one.example', 'dns.example', 'other-dns.example'], ['doh:up.example']],
  ])('may be contacted at %j: it is out as far as %j say', ([hosts, feeds]) => {
    expect(part(...hosts)?.statusFeeds.map(({ url }) => url)).toEqual(feeds);
  });

  test.for<[string[], string[]]>([
    [['https://two.example/'], ['https://one.example/', RELAY]],
    [
      ['https://one.example/', 'https://two.example/'],
      ['https://one.example/', 'https://two.example/', RELAY],
    ],
    [[RELAY], ['https://one.example/', 'https://two.example/', RELAY]],
  ])('of which %j have been silent everywhere for too long has %j: a role stays', ([retired, left]) => {
    const health = { asked: '2026-10-01', places: 2, silentSince: '2026-07-01' };
    const endpoints = SERVICE.endpoints.map((one) => (retired.includes(one.url) ? { ...one, health } : one));
    const may = allows({ agreedAt: 1 });
    expect(agreedPart({ ...SERVICE, endpoints }, may, DOH)?.endpoints.map(({ url }) => url)).toEqual(left);
    expect(endpoints.filter(isAsked(may)).map(({ url }) => url)).not.toEqual(expect.arrayContaining(retired));
  });

  test('keeps relays over UDP that have all been silent everywhere for too long, though one over TLS is not', () => {
    const health = { asked: '2026-10-01', places: 2, silentSince: '2026-07-01' };
    const relays = [{ ...endpoint('media', RELAY), health }, endpoint('media', 'turns:relay.example:443')];
    const one = service('demo', relays);
    expect(agreedPart(one, allows({ agreedAt: 1 }), DOH)).toEqual(one);
  });

  test('that has retired stays, with nothing to contact', () => {
    const retired = service('old', [], { retired: true });
    expect(agreedPart(retired, allows({ agreedAt: 1, hosts: [] }), DOH)).toEqual(retired);
  });
});
