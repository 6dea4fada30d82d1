import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ControlRecord, EndpointRecord, ServiceRecord, StatusFeedRecord } from './schema.ts';

/** What a data file may not say. Each case differs in one field from a record that fits. */

const provenance = { source: 'somewhere', confidence: 'guess', date: '2026-10' } as const;
const endpoint = { role: 'media', url: 'stun:a.example:3478', use: 'primary', verified: false, ...provenance };
const service = {
  ...{ id: 'demo', name: 'Demo', state: 'active', colour: '#123456', families: [], callPorts: [] },
  ...{ webCalls: { value: 'yes', ...provenance }, endpoints: [endpoint], statusFeeds: [] },
};
const feed = { url: 'https://status.example/', format: 'statuspage', source: 'somewhere' };
const control = { kind: 'stun', url: 'stun:a.example:3478', operator: 'Demo', use: 'primary', ...provenance };

const fits = (schema: v.GenericSchema, record: object, change: object) => v.is(schema, { ...record, ...change });

describe('an address', () => {
  test.for([
    ...['https://a.example/', 'wss://a.example/', 'stun:a.example:1', 'turns:a.example:1'],
    ...['turn:a.example:1?transport=udp', 'turn:a.example:1?transport=tcp'],
  ])('may be %s', (url) => expect(fits(EndpointRecord, endpoint, { url })).toBe(true));

  test.for([
    ...['http://a.example/', 'ftp://a.example/', ' https://a.example/', 'see wss://a.example/'],
    ...['stun:a.example', 'stun:a.example:x', 'stun:a.example:1/', 'xstun:a.example:1', 'stun:a/b:1'],
    ...[
      'turn:a.example:1',
      'turn:a.example:1?transport=tls',
      'turn:a.example:1?transport=udp&a',
      'turn:?:1?transport=udp',
    ],
    ...['turns:a.example', 'turns:a.example:1?transport=tcp', 'turns:/:1', 'xturns:a.example:1'],
  ])('may not be %j', (url) => expect(fits(EndpointRecord, endpoint, { url })).toBe(false));
});

describe('a date', () => {
  test.for(['2026-10', '2026-10-01'])('may be %s', (date) =>
    expect(fits(EndpointRecord, endpoint, { date })).toBe(true),
  );

  test.for(['2026', '26-10', '12026-10', '2026-10-1', '2026-10-011', 'in 2026-10', '2026-10, or later'])(
    'may not be %j',
    (date) => expect(fits(EndpointRecord, endpoint, { date })).toBe(false),
  );
});

describe('a service', () => {
  test.for([
    ...[
      { id: '-demo' },
      { id: '1demo' },
      { id: 'Demo' },
      { id: 'de mo' },
      { id: 'demo!' },
      { id: '' },
      { id: 'constructor' },
      { name: '' },
    ],
    ...[{ colour: '#12345' }, { colour: '#1234567' }, { colour: '#12345G' }, { colour: 'is #123456' }],
    ...[{ state: 'gone' }, { state: 'retired' }, { retiredOn: '2026-10' }, { endpoints: [endpoint, endpoint] }],
  ])('may not have %j', (change) => expect(fits(ServiceRecord, service, change)).toBe(false));

  test.for([{}, { id: 'a1-b' }, { state: 'retired', retiredOn: '2026-10' }, { endpoints: [] }])(
    'may have %j',
    (change) => expect(fits(ServiceRecord, service, change)).toBe(true),
  );

  test('is not checked unless its file says so', () => {
    expect(v.parse(ServiceRecord, service).default).toBe(false);
  });
});

describe('a status feed', () => {
  test.for(['https://a.example/', 'doh:flag.example'])('may be at %s', (url) =>
    expect(fits(StatusFeedRecord, feed, { url })).toBe(true),
  );

  test.for(['http://a.example/', 'at https://a.example/', 'xdoh:flag.example'])('may not be at %j', (url) =>
    expect(fits(StatusFeedRecord, feed, { url })).toBe(false),
  );
});

describe('a control', () => {
  const DOH = 'https://dns.example/resolve?type=A&name={name}';
  test.for([
    { kind: 'stun', url: 'stun:a.example:1' },
    { kind: 'https', url: 'https://a.example/' },
    { kind: 'portal', url: 'http://a.example/' },
    { kind: 'relay', url: 'turn:a.example:1?transport=tcp' },
    { kind: 'relay', url: 'turns:a.example:1' },
    { kind: 'doh', url: DOH },
    { kind: 'stun', url: 'stun:a.example:1', use: 'recorded' },
  ])('may be $kind at $url', (change) => expect(fits(ControlRecord, control, change)).toBe(true));

  test.for([
    { kind: 'stun', url: 'https://a.example/stun:' },
    { kind: 'https', url: 'http://a.example/https:' },
    { kind: 'portal', url: 'https://a.example/http:' },
    { kind: 'relay', url: 'https://a.example/turn:' },
    { kind: 'doh', url: 'https://dns.example/resolve' },
    { kind: 'doh', url: 'http://dns.example/https://dns.example/?name={name}' },
    { kind: 'doh', url: 'https://dns.example/?surname={name}' },
    { kind: 'stun', url: 'stun:a.example:1', use: 'experimental' },
  ])('may not be $kind at $url, $use', (change) => expect(fits(ControlRecord, control, change)).toBe(false));

  test('at a wrong address is told so', () => {
    const { issues } = v.safeParse(ControlRecord, { ...control, url: 'https://a.example/' });
    expect(issues?.map(({ message }) => message)).toEqual(['this kind of control has another form of address']);
  });
});
