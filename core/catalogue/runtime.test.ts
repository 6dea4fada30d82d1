import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toControl, toControls, toDohServer, toService } from './runtime.ts';
import type { ControlRecord, ServiceRecord } from './schema.ts';

const provenance = { source: 'somewhere', confidence: 'guess', date: '2026-10' } as const;
type EndpointRecord = ServiceRecord['endpoints'][number];

const endpoint: fc.Arbitrary<EndpointRecord> = fc.record({
  role: fc.constantFrom('signalling', 'call-setup', 'media', 'cdn', 'status', 'control'),
  url: fc.webUrl(),
  use: fc.constantFrom('primary', 'supporting', 'experimental', 'recorded'),
  verified: fc.boolean(),
  expect: fc.constant('200'),
  source: fc.constant('somewhere'),
  confidence: fc.constant('guess'),
  date: fc.constant('2026-10'),
});

const service = (endpoints: EndpointRecord[]): ServiceRecord => ({
  id: 'demo',
  name: 'Demo',
  state: 'active',
  default: false,
  colour: '#123456',
  webCalls: { value: 'yes', ...provenance },
  families: ['demo'],
  callPorts: [{ transport: 'udp', ports: '3478', ...provenance }],
  endpoints,
  statusFeeds: [
    { url: 'https://status.example/api/v2/status.json', format: 'statuspage', source: 'somewhere', note: 'a note' },
    { url: 'https://status.example/', format: 'other', source: 'somewhere', note: 'for people' },
  ],
  note: 'a note',
});

describe('what the product reads of a service', () => {
  test('are the endpoints that a check may contact, in their order, and never one that is only on file', () => {
    fc.assert(
      fc.property(fc.array(endpoint), (endpoints) => {
        const contacted = endpoints.filter(
          ({ role, use }) => !['cdn', 'status', 'control'].includes(role) && use !== 'recorded',
        );
        expect(toService(service(endpoints)).endpoints).toEqual(
          contacted.map(({ url, role, verified, date }) => ({
            url,
            role,
            verified,
            ...(verified && { verifiedOn: date }),
          })),
        );
      }),
    );
  });

  test('is nothing of where it was read, but the date of what verifies it', () => {
    fc.assert(
      fc.property(fc.array(endpoint), (endpoints) => {
        expect(JSON.stringify(toService(service(endpoints)))).not.toMatch(/somewhere|guess|a note/);
      }),
    );
  });

  test('is that its servers refuse browsers, where they do', () => {
    const refusing = { url: 'https://a.example/', role: 'signalling', use: 'primary', verified: true } as const;
    const [first, second] = toService(
      service([
        { ...refusing, ...provenance, refusesBrowsers: true },
        { ...refusing, ...provenance },
      ]),
    ).endpoints;
    expect(first).toStrictEqual({
      url: 'https://a.example/',
      role: 'signalling',
      verified: true,
      verifiedOn: '2026-10',
      refusesBrowsers: true,
    });
    expect(second).not.toHaveProperty('refusesBrowsers');
  });

  test('is the part of a status feed that speaks of it, where it has one', () => {
    const feed = { url: 'https://status.example/incidents.json', format: 'google-incidents', source: 'x' } as const;
    const { statusFeeds } = toService({ ...service([]), statusFeeds: [{ ...feed, component: 'Calls' }, feed] });
    expect(statusFeeds).toStrictEqual([
      { url: feed.url, format: feed.format, component: 'Calls' },
      { url: feed.url, format: feed.format },
    ]);
  });

  test('are the marks of a status feed: that it needs host access, and that it speaks of something related', () => {
    const feed = { url: 'https://status.example/feed.rss', format: 'meta' } as const;
    const marked = { ...feed, needsAccess: true, related: true } as const;
    expect(toService({ ...service([]), statusFeeds: [{ ...marked, source: 'x' }] }).statusFeeds).toStrictEqual([
      marked,
    ]);
  });

  test('are the status feeds that have a reader', () => {
    expect(toService(service([])).statusFeeds).toEqual([
      { url: 'https://status.example/api/v2/status.json', format: 'statuspage' },
    ]);
  });
});

describe('what the product reads of a control', () => {
  const control = (change: Partial<ControlRecord>): ControlRecord => ({
    kind: 'https',
    url: 'https://control.example/',
    operator: 'Demo',
    use: 'primary',
    ...provenance,
    ...change,
  });

  test.for([
    { use: 'primary', kind: 'stun', asked: true },
    { use: 'supporting', kind: 'stun', asked: false },
    { use: 'recorded', kind: 'relay', asked: false },
    { use: 'primary', kind: 'doh', asked: false },
  ] as const)('a $use control of kind $kind is asked each round: $asked', ({ use, kind, asked }) => {
    expect(toControl(control({ use, kind })) !== null).toBe(asked);
  });

  test('neither its provenance nor what a true answer says comes along', () => {
    expect(toControl(control({ expect: { status: 200, text: 'success' } }))).toEqual({
      url: 'https://control.example/',
      kind: 'https',
      operator: 'Demo',
    });
  });

  test('DNS servers go apart from the controls, those that are only on file nowhere', () => {
    const records = [
      control({}),
      control({ kind: 'doh', url: 'https://one.example/?name={name}' }),
      control({ kind: 'doh', url: 'https://two.example/?name={name}', use: 'supporting' }),
    ];
    expect(records.map(toDohServer)).toEqual([
      null,
      { url: 'https://one.example/?name={name}', operator: 'Demo' },
      null,
    ]);
    expect(toControls(records)).toMatchObject({ controls: [{ kind: 'https' }], doh: [{ operator: 'Demo' }] });
  });
});
