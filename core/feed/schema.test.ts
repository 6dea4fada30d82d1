import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../day.ts';
import { FetchedEdition } from './schema.ts';
import { edition } from './testing.ts';

type Edition = ReturnType<typeof edition>;
type Service = Edition['services'][number];

/** As it comes out of the file. */
const read = (value: unknown) => v.safeParse(FetchedEdition, JSON.parse(JSON.stringify(value)));
const fits = (value: unknown): boolean => read(value).success;

const SERVICE: Service = {
  id: 'parley',
  name: 'Parley',
  colour: '#336699',
  endpoints: { signalling: ['https://api.parley.example/'] },
};
const withService = (change: Record<string, unknown>): Edition =>
  edition({ services: [...edition().services, { ...SERVICE, ...change } as Service] });
const control = (kind: string, url: string, operator: string) => ({ kind, url, operator }) as Edition['controls'][0];
const THREE = ['One', 'Two', 'Three'];
const CONTROLS = THREE.flatMap((name) => [
  control('stun', `stun:${name.toLowerCase()}.example:3478`, name),
  control('https', `https://${name.toLowerCase()}.example/`, name),
]);

test('the package’s own edition fits, and nothing of it is lost', () => {
  expect(read(edition()).output).toEqual(JSON.parse(JSON.stringify(edition())));
});

test('a new service fits, with all that can be said of one', () => {
  const change = {
    successor: 'signal',
    isDefault: true,
    mark: 'parley',
    families: ['webrtc'],
    usual: { countries: ['MA'], languages: ['ar', 'pt-BR'] },
    statusFeeds: [{ url: 'https://status.parley.example/', format: 'statuspage', component: 'Calls' }],
    endpoints: {
      signalling: ['https://api.parley.example/ v2026-10 r', 'wss://ws.parley.example/socket'],
      'call-setup': ['https://sfu.parley.example/ v'],
      media: ['turn:relay.parley.example:3478?transport=udp v2026-10-28', 'stun:91.108.9.35:1400'],
    },
  };
  expect(read(withService(change)).output).toEqual(withService(change));
  expect(fits(withService({ retired: true, endpoints: {} }))).toBe(true);
});

test('a status feed of a format that only later versions read is left out, and costs nothing else', () => {
  const known = { url: 'https://status.parley.example/', format: 'statuspage' };
  const later = { url: 'https://status.parley.example/v9', format: 'telepathy', colour: 'blue' };
  const { output } = read(withService({ statusFeeds: [later, known] }));
  expect((output as Edition).services.at(-1)?.statusFeeds).toEqual([known]);
});

describe('names', () => {
  test.for(['WeChat / Weixin', 'Y (Twitter)', 'aTalk', '微信', 'تلغرام', 'Jitsi Meet 2.0', 'AT+T', 'L’App'])(
    'may be %s',
    (name) => expect(fits(withService({ name }))).toBe(true),
  );

  test.for([
    '',
    ' ',
    'Two  blanks',
    'Ends ',
    ' Begins',
    '<b>Signal</b>',
    'A & B',
    'a"b',
    'a`b',
    'a\\b',
    '{name}',
    'a\nb',
    'a\u0000b',
    'a\u202eb',
    'a\u2066b',
    'a\u200bb',
    'a\u00adb',
    'a\u2028b',
    // Letters and marks that show nothing: a blank name, and one that looks like another.
    '\u3164',
    'a\u115fb',
    'Signal\ufe0f',
    'Signal\u034f',
    '-a',
    '😀',
    'a'.repeat(41),
    7,
    null,
  ])('may not be %j', (name) => expect(fits(withService({ name }))).toBe(false));
});

describe('a service does not fit', () => {
  test.for<[what: string, change: Record<string, unknown>]>([
    ['with a field that nobody knows', { onclick: 'x' }],
    ['with a prototype', JSON.parse('{"constructor":{}}')],
    ['without a colour', { colour: undefined }],
    ['with a colour in words', { colour: 'red' }],
    ['with a colour that goes on', { colour: '#336699;background:url(x)' }],
    ['with a mark that is an address', { mark: 'https://example.com/a' }],
    ['with a mark that leads elsewhere', { mark: '../icon' }],
    ['with an id in capitals', { id: 'Parley' }],
    ['with an id of the person’s own servers', { id: 'own-01234567' }],
    ['with a long id', { id: 'a'.repeat(41) }],
    ['with the id of another', { id: 'signal' }],
    ['with the name of another', { name: 'SIGNAL' }],
    ['with a successor that is not there', { successor: 'nobody' }],
    ['with another word for yes', { isDefault: 1 }],
    ['that says no in more words than nothing', { retired: false }],
    ['with a role that nobody knows', { endpoints: { script: ['https://parley.example/'] } }],
    ['with endpoints in one list', { endpoints: ['https://parley.example/'] }],
    ['with a role of nothing', { endpoints: { signalling: [] } }],
    ['with an endpoint in plain HTTP', { endpoints: { signalling: ['http://parley.example/'] } }],
    ['with an endpoint of another scheme', { endpoints: { signalling: ['ftp://parley.example/'] } }],
    ['with a script for an endpoint', { endpoints: { signalling: ['javascript:alert(1)'] } }],
    ['with an endpoint at home', { endpoints: { signalling: ['https://192.168.1.1/'] } }],
    ['with a relay that signals', { endpoints: { signalling: ['turn:relay.parley.example:3478?transport=udp'] } }],
    ['with a relay that sets calls up', { endpoints: { 'call-setup': ['stun:stun.parley.example:3478'] } }],
    ['with a web server for a relay', { endpoints: { media: ['https://api.parley.example/'] } }],
    ['with a WebSocket for a relay', { endpoints: { media: ['wss://ws.parley.example/'] } }],
    ['with a relay without a port', { endpoints: { media: ['turn:relay.parley.example'] } }],
    ['with an endpoint twice', { endpoints: { signalling: ['https://a.example/', 'https://a.example/ v2026-10'] } }],
    ['with a flag that nobody knows', { endpoints: { signalling: ['https://a.example/ x'] } }],
    ['with flags in another order', { endpoints: { signalling: ['https://a.example/ r v2026-10'] } }],
    ['with a WebSocket whose silence counts unearned', { endpoints: { signalling: ['wss://a.example/ v2026-10'] } }],
    [
      'with forty-one endpoints',
      { endpoints: { media: Array.from({ length: 41 }, (_, i) => `stun:a${i}.example:3478`) } },
    ],
    ['with a status feed in plain HTTP', { statusFeeds: [{ url: 'http://a.example/', format: 'statuspage' }] }],
    ['with a status feed at home', { statusFeeds: [{ url: 'https://nas.local/', format: 'statuspage' }] }],
    ['with a status flag of a name at home', { statusFeeds: [{ url: 'doh:nas.local', format: 'dns-flag' }] }],
    ['with a web page for a status flag', { statusFeeds: [{ url: 'https://a.example/', format: 'dns-flag' }] }],
    ['with a status flag for a web page', { statusFeeds: [{ url: 'doh:a.example', format: 'statuspage' }] }],
    ['with more of a status feed', { statusFeeds: [{ url: 'https://a.example/', format: 'statuspage', regex: '.*' }] }],
    ['with a status feed of no format', { statusFeeds: [{ url: 'https://a.example/' }] }],
    ['with a family in capitals', { families: ['WebRTC'] }],
    ['with a country in words', { usual: { countries: ['Morocco'], languages: [] } }],
  ])('%s', ([, change]) => expect(fits(withService(change))).toBe(false));

  test('where there are eighty others', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...SERVICE, id: `s-${i}`, name: `S ${i}`, isDefault: true as const }));
    expect(fits(edition({ services: many(80) }))).toBe(true);
    expect(fits(edition({ services: many(81) }))).toBe(false);
  });
});

test('a check that asks more than four hundred addresses does not fit, whatever services they belong to', () => {
  const asking = (count: number) => {
    const media = Array.from({ length: count / 20 }, (_, i) => `stun:relay.parley.example:${3000 + i}`);
    return Array.from({ length: 20 }, (_, i) => ({
      ...SERVICE,
      id: `s-${i}`,
      name: `S ${i}`,
      isDefault: true as const,
      endpoints: { media },
    }));
  };
  expect(fits(edition({ services: asking(400) }))).toBe(true);
  expect(fits(edition({ services: asking(420) }))).toBe(false);
});

test('nor does one that may read more than forty status feeds', () => {
  const feeds = (service: number, count: number, format: string) =>
    Array.from({ length: count }, (_, i) => ({ url: `https://status.parley.example/${service}/${i}`, format }));
  const reading = (last: number, format = 'statuspage') =>
    edition({
      services: Array.from({ length: 5 }, (_, i) => ({
        ...SERVICE,
        id: `s-${i}`,
        name: `S ${i}`,
        isDefault: true as const,
        statusFeeds: [...feeds(i, 8, 'statuspage'), ...(i === 4 ? feeds(9, last, format) : [])] as never,
      })),
    });
  expect(fits(reading(0))).toBe(true);
  expect(fits(reading(1))).toBe(false);
  // What is left out is not read.
  expect(fits(reading(2, 'telepathy'))).toBe(true);
});

describe('the controls', () => {
  const others = (kind: string) => CONTROLS.filter((one) => one.kind !== kind);
  test.for<[what: string, controls: readonly unknown[], fit: boolean]>([
    ['may be three operators’ of each kind', CONTROLS, true],
    ['may not be taken away', [], false],
    ['may not all be STUN', others('https'), false],
    ['may not all be of the web', others('stun'), false],
    ['may not be one operator’s', CONTROLS.map((one) => ({ ...one, operator: 'One' })), false],
    [
      'may not be one operator’s under two spellings',
      CONTROLS.map((one) => (one.operator === 'Two' ? { ...one, operator: 'ONE' } : one)),
      false,
    ],
    ['may not have one twice', [...CONTROLS, CONTROLS[0]], false],
    ['may be plain for portals', [...CONTROLS, control('portal', 'http://one.example/', 'One')], true],
    ['may not be plain otherwise', [...CONTROLS, control('https', 'http://one.example/', 'One')], false],
    ['may not be of an unknown kind', [...CONTROLS, control('doh', 'https://one.example/?name={name}', 'One')], false],
    ['may not be at home', [...CONTROLS, control('stun', 'stun:192.168.1.1:3478', 'Me')], false],
    [
      'may not be more than forty',
      Array.from({ length: 41 }, (_, i) => control('relay', `turns:r${i}.example:443`, 'R')),
      false,
    ],
  ])('%s', ([, controls, fit]) => expect(fits(edition({ controls: controls as Edition['controls'] }))).toBe(fit));
});

describe('days', () => {
  const lasting = (days: number) =>
    edition({ expiresOn: new Date(Date.parse(edition().issuedOn) + days * DAY_MS).toISOString().slice(0, 10) });
  test.for([1, 60, 120])('an edition may hold %i days', (days) => expect(fits(lasting(days))).toBe(true));
  test.for([-1, 0, 121, 4000])('and may not hold %i', (days) => expect(fits(lasting(days))).toBe(false));

  test('it has to say until when', () => {
    const { expiresOn: _, ...forever } = edition();
    expect(fits(forever)).toBe(false);
  });

  test.for([
    '2026-02-31',
    '2026-13-01',
    '2026-11',
    '26-11-20',
    '2026-11-20T10:00:00Z',
    '',
    'soon',
    20261120,
    '+002026-11-20',
  ])('%j is none', (issuedOn) => expect(fits(edition({ issuedOn: issuedOn as string }))).toBe(false));
});

describe('the rest', () => {
  test.for<[what: string, change: object]>([
    ['a serial of nothing', { serial: 0 }],
    ['half a serial', { serial: 1.5 }],
    ['a serial in words', { serial: '8' }],
    ['a serial beyond what is counted', { serial: 2 ** 53 }],
    ['rules', { rules: {} }],
    ['texts', { texts: { de: {} } }],
    ['no services', { services: [] }],
    ['no service that is checked at first', { services: [SERVICE] }],
    ['a DNS server without a name to fill in', { doh: [{ url: 'https://dns.example/', operator: 'D' }] }],
    ['a DNS server that is asked in the clear', { doh: [{ url: 'http://dns.example/?name={name}', operator: 'D' }] }],
    ['no health record', { health: undefined }],
    [
      'a health record of other things',
      { health: { updatedOn: null, endpoints: { 'javascript:1': { asked: '2026-11-01', places: 1 } } } },
    ],
    ['a health record of a day that is none', { health: { updatedOn: '2026-02-31', endpoints: {} } }],
    [
      'a health record with words in it',
      {
        health: {
          updatedOn: null,
          endpoints: { 'https://a.example/': { asked: '2026-11-01', places: 1, how: '<b>' } },
        },
      },
    ],
  ])('%s does not fit', ([, change]) => expect(fits(edition(change))).toBe(false));

  test('what was heard of an address fits', () => {
    const heard = { asked: '2026-11-20', places: 2, answered: '2026-11-20', how: 'TURN 401' };
    const health = { updatedOn: '2026-11-20', endpoints: { 'turn:relay.example:3478?transport=udp': heard } };
    expect(read(edition({ health })).output).toMatchObject({ health });
  });

  test('anything else in the place of a part never throws, and does not fit', () => {
    const parts = Object.keys(edition());
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), (part, value) => {
        fc.pre(part !== 'doh' || JSON.stringify(value) !== '[]');
        fc.pre(part !== 'serial' || !Number.isSafeInteger(value) || (value as number) < 1);
        expect(fits({ ...edition(), [part]: value })).toBe(false);
      }),
    );
  });
});
