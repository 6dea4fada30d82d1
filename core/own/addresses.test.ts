import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostOf, transportOf } from '../catalogue/endpoint.ts';
import { addressText, completeAddress, readAddress } from './addresses.ts';
import { isProblem, PROBLEMS } from './problems.ts';
import { readServers } from './server.ts';

describe('a TURN address', () => {
  test.each([
    // RFC 7065, appendix A.
    ['turn:example.org', 'turn:example.org:3478?transport=udp'],
    ['turns:example.org', 'turns:example.org:5349'],
    ['turn:example.org:8000', 'turn:example.org:8000?transport=udp'],
    ['turn:example.org?transport=udp', 'turn:example.org:3478?transport=udp'],
    ['turn:example.org?transport=tcp', 'turn:example.org:3478?transport=tcp'],
    ['turns:example.org?transport=tcp', 'turns:example.org:5349'],
    // As people write them.
    ['TURN:Relay.Example.ORG:443?transport=TCP', 'turn:relay.example.org:443?transport=tcp'],
    ['turns:relay.example:443', 'turns:relay.example:443'],
    ['turn:192.0.2.7:03478', 'turn:192.0.2.7:3478?transport=udp'],
    ['turn:[2001:DB8:0::1]:443', 'turn:[2001:db8::1]:443?transport=udp'],
    ['turn:relay.example.', 'turn:relay.example:3478?transport=udp'],
    ['turn:nas', 'turn:nas:3478?transport=udp'],
    ['turn:bücher.example', 'turn:xn--bcher-kva.example:3478?transport=udp'],
    ['  turn:relay.example\r\n', 'turn:relay.example:3478?transport=udp'],
    ['\ufeffturn:relay.example\u200b', 'turn:relay.example:3478?transport=udp'],
  ])('%s is read as %s', (text, url) => {
    expect(readAddress(text)).toEqual({ kind: 'turn', url });
  });

  test.each([
    ['turns:example.org?transport=udp', 'dtls'],
    ['turn:example.org?transport=sctp', 'query'],
    ['turn:example.org?transport=tls', 'query'],
    ['turn:example.org?transport=udp&transport=tcp', 'query'],
    ['turn:example.org?', 'query'],
    ['turn://example.org', 'slashes'],
    ['turn:example.org/path', 'path'],
    ['turn:example.org#top', 'fragment'],
    ['turn:example.org:0', 'port'],
    ['turn:example.org:65536', 'port'],
    ['turn:example.org:', 'port'],
    ['turn:example.org:https', 'port'],
    ['turn:example.org:-1', 'port'],
    ['turn:example.org:25', 'port-refused'],
    ['turn:example.org:1023', 'port-refused'],
    ['turn:', 'host'],
    ['turn:example..org', 'host'],
    ['turn:.', 'host'],
    ['turn:-a.example', 'host'],
    ['turn:my_relay.example', 'host'],
    ['turn:%65xample.org', 'host'],
    ['turn:2001:db8::1', 'host'],
    ['turn:[2001:db8::1', 'host'],
    ['turn:[2001:db8::g]', 'host'],
    ['turn:[fe80::1%25eth0]', 'host'],
    ['turn:0x7f.1', 'host'],
    ['turn:2130706433', 'host'],
    ['turn:192.0.2.256', 'host'],
    [`turn:${'a'.repeat(64)}.example`, 'host'],
    ['turn:relay .example', 'characters'],
    ['turn:relay\u0000.example', 'characters'],
    ['turn:relay\u202e.example', 'characters'],
    ['turn:relay.example\\', 'characters'],
    [`turn:${'a.'.repeat(150)}example`, 'address-too-long'],
  ])('%s is a problem: %s', (text, id) => {
    expect(readAddress(text)).toMatchObject({ id });
  });

  test.each([53, 80, 443, 1024, 5060, 65535])('may have the port %i', (port) => {
    expect(readAddress(`turn:relay.example:${port}`)).toMatchObject({ kind: 'turn' });
  });
});

describe('a STUN address', () => {
  // RFC 7064, appendix A.
  test.each([
    ['stun:example.org', 'stun:example.org:3478'],
    ['stun:example.org:8000', 'stun:example.org:8000'],
    ['Stun:[::1]', 'stun:[::1]:3478'],
  ])('%s is read as %s', (text, url) => {
    expect(readAddress(text)).toEqual({ kind: 'stun', url });
  });

  test.each([
    ['stuns:example.org', 'stuns'],
    ['stun:example.org?transport=udp', 'query'],
    ['stun://example.org', 'slashes'],
  ])('%s is a problem: %s', (text, id) => {
    expect(readAddress(text)).toMatchObject({ id });
  });
});

describe('a web address', () => {
  test.each([
    ['https://meet.example', 'web', 'https://meet.example/'],
    ['HTTPS://Meet.Example:443/config.js', 'web', 'https://meet.example/config.js'],
    ['https://cloud.example:8443/a/../status.php', 'web', 'https://cloud.example:8443/status.php'],
    ['https://meet.example/ä', 'web', 'https://meet.example/%C3%A4'],
    ['https://192.168.1.2/', 'web', 'https://192.168.1.2/'],
    ['web https://meet.example/', 'web', 'https://meet.example/'],
    ['wss://pbx.example:8089/ws', 'sip', 'wss://pbx.example:8089/ws'],
    ['wss://pbx.example', 'sip', 'wss://pbx.example/'],
    ['sip wss://pbx.example/ws', 'sip', 'wss://pbx.example/ws'],
    ['sip: wss://pbx.example/ws', 'sip', 'wss://pbx.example/ws'],
    ['SIP+WSS://pbx.example/ws', 'sip', 'wss://pbx.example/ws'],
    ['web wss://push.example/socket', 'web', 'wss://push.example/socket'],
    ['web+wss://push.example/socket', 'web', 'wss://push.example/socket'],
  ])('%s is read as %s, %s', (text, kind, url) => {
    expect(readAddress(text)).toEqual({ kind, url });
  });

  test.each([
    ['http://meet.example', 'insecure'],
    ['ws://pbx.example/ws', 'insecure'],
    ['sip ws://pbx.example/ws', 'insecure'],
    ['sip https://pbx.example', 'sip-needs-wss'],
    ['https:/meet.example', 'host'],
    ['https:meet.example', 'host'],
    ['https:///meet.example', 'host'],
    ['https://meet.example?room=1', 'query'],
    ['wss://pbx.example/ws?token=1', 'query'],
    ['https://meet.example/#room', 'fragment'],
    ['https://meet.example:25/', 'port-refused'],
    ['https://meet.example:6000/', 'port-refused'],
    ['https://meet.example:99999/', 'port'],
    ['https://meet.example/a b', 'characters'],
    ['https://meet.example\\@evil.example/', 'characters'],
    [`https://meet.example/${'a'.repeat(300)}`, 'address-too-long'],
    [`https://meet.example/${'ä'.repeat(100)}`, 'address-too-long'],
  ])('%s is a problem: %s', (text, id) => {
    expect(readAddress(text)).toMatchObject({ id });
  });
});

test.each([
  ['', 'empty'],
  [' \t\u200b', 'empty'],
  ['relay.example', 'no-kind'],
  ['relay.example:3478', 'no-kind'],
  ['192.0.2.7', 'no-kind'],
  ['[2001:db8::1]:3478', 'no-kind'],
  ['meet.example/room', 'no-kind'],
  ['ftp://files.example', 'unknown-kind'],
  ['mailto:somebody@example.org', 'unknown-kind'],
  ['my relay at home', 'unknown-kind'],
  ['sip:joe@pbx.example', 'sip-uri'],
  ['sips:pbx.example', 'sip-uri'],
  ['tel:+212600000000', 'sip-uri'],
])('%j is a problem: %s', (text, id) => {
  expect(readAddress(text)).toMatchObject({ id });
});

describe('what a problem repeats', () => {
  test.each([
    ['turn:joe:hunter2@relay.example', 'turn:…@relay.example'],
    ['turn:joe:hun@ter2@relay.example', 'turn:…@relay.example'],
    ['turns:joe:hun/te?r2@relay.example:443', 'turns:…@relay.example:443'],
    ['https://joe:hunter2@meet.example/', 'https://…@meet.example/'],
    ['sip+wss://joe:hunter2@pbx.example/ws', 'wss://…@pbx.example/ws'],
  ])('of %s is %s', (text, piece) => {
    expect(readAddress(text)).toEqual({ id: 'credentials-inside', piece });
  });

  test.each([
    'https://joe:hun/ter2@meet.example/',
    'https://meet.example/?password=hunter2',
    'https://meet.example/#hunter2',
    'joe:hunter2@relay.example',
    'static-auth-secret=hunter2',
    'my password: hunter2',
    'API key hunter2=hunter2',
    'turn:joe:hunter2 @relay.example',
  ])('of %s is no password', (text) => {
    const read = readAddress(text);
    expect(isProblem(read)).toBe(true);
    expect(JSON.stringify(read).replace('API key hunter2=', '')).not.toMatch(/hunter2|ter2/);
  });

  test('is short', () => {
    expect(readAddress(`turn:${'ä'.repeat(100)}%`)).toEqual({ id: 'host', piece: `turn:${'ä'.repeat(54)}…` });
  });
});

describe('whatever is typed', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.string(),
    fc.constantFrom('a_b.example', 'nas', 'büro.example', 'a.example.'),
  );
  const likely = fc
    .tuple(
      fc.constantFrom(
        'turn:',
        'TURNS:',
        'stun:',
        'stuns:',
        'wss://',
        'https://',
        'web wss://',
        'sip+wss://',
        'http://',
        '',
      ),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('') },
        fc.string().map((text) => `${text}@`),
      ),
      host,
      fc.oneof(
        fc.constant(''),
        fc.integer({ min: -1, max: 70_000 }).map((port) => `:${port}`),
      ),
      fc.constantFrom('', '?transport=udp', '?transport=tcp', '/', '/ws', '?a', '#b', ' '),
    )
    .map((parts) => parts.join(''));
  const anything = fc.oneof(
    { weight: 4, arbitrary: likely },
    fc.string({ unit: 'binary' }),
    fc.webUrl({ size: 'large' }),
  );

  test('is an address that can be kept, or a problem', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = readAddress(text);
        if (isProblem(read)) {
          expect(PROBLEMS).toContain(read.id);
          expect([...read.piece].length).toBeLessThanOrEqual(60);
        } else {
          const server = { id: 'own-01234567', name: 'Ours', addresses: [read] };
          expect(readServers({ servers: [server] }).servers).toEqual([server]);
          expect(read.url.length).toBeLessThanOrEqual(300);
          expect(['udp', 'tcp', 'tls']).toContain(transportOf(read.url));
          expect(hostOf(read.url)).toMatch(/^([a-z\d.-]+|\[[\da-f:]+\])$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('reads as the same when it is read again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = readAddress(text);
        if (!isProblem(read)) expect(readAddress(addressText(read))).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a server of which only the name is known', () => {
  test.each([
    ['jitsi', 'meet.example', 'https://meet.example/config.js'],
    ['jitsi', 'https://Meet.Example/SomeRoom', 'https://meet.example/config.js'],
    ['jitsi', 'meet.example:8443', 'https://meet.example:8443/config.js'],
    ['matrix', 'matrix.example', 'https://matrix.example/.well-known/matrix/client'],
    ['matrix', '@joe:matrix.example', 'https://matrix.example/.well-known/matrix/client'],
    ['matrix', '#room:matrix.example:8448', 'https://matrix.example:8448/.well-known/matrix/client'],
    ['nextcloud', 'cloud.example', 'https://cloud.example/status.php'],
    ['nextcloud', 'https://cloud.example/nextcloud/', 'https://cloud.example/nextcloud/status.php'],
    [
      'nextcloud',
      'https://cloud.example/nextcloud/index.php/apps/spreed',
      'https://cloud.example/nextcloud/status.php',
    ],
    ['nextcloud', 'https://cloud.example/status.php', 'https://cloud.example/status.php'],
  ] as const)('%s at %s is asked at %s', (kind, host, url) => {
    expect(completeAddress(kind, host)).toEqual({ kind: 'web', url });
  });

  test.each([
    ['', 'empty'],
    ['http://meet.example', 'insecure'],
    ['wss://meet.example', 'unknown-kind'],
    ['meet_us.example', 'host'],
    ['joe:hunter2@meet.example', 'credentials-inside'],
  ])('%j is a problem: %s', (host, id) => {
    expect(completeAddress('jitsi', host)).toMatchObject({ id });
  });
});
