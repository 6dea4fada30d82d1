import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted } from './paste.ts';
import { PROBLEMS } from './problems.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR_S = 3600;
const SOON_S = NOW / 1000 + HOUR_S;

const urls = (text: string) => {
  const read = readPasted(text, NOW);
  return 'draft' in read ? read.draft.addresses.map(({ url }) => url) : read;
};
const credentials = (text: string) => {
  const read = readPasted(text, NOW);
  return 'draft' in read ? read.draft.credentials : read;
};
const problems = (text: string) => {
  const read = readPasted(text, NOW);
  return 'problems' in read ? read.problems.map(({ id }) => id) : read;
};

const UDP = 'turn:relay.example:3478?transport=udp';
const TLS = 'turns:relay.example:443';
const JOE = { kind: 'password', username: 'joe', password: 'hunter2' };

describe('a list of addresses', () => {
  test.each([
    `${UDP}\n${TLS}`,
    `${UDP}\r\n\r\n  ${TLS}  \n`,
    `${UDP}, ${TLS},`,
    `- ${UDP}\n- ${TLS}`,
    `1. ${UDP}\n2) ${TLS};`,
    `• "${UDP}"\n• '${TLS}'`,
    `<${UDP}>\n\`${TLS}\``,
    `${UDP}\n${UDP}\nturn:RELAY.example\n${TLS}`,
    `\ufeff${UDP}\u2028\n${TLS}\u00a0`,
  ])('%j is read', (text) => {
    expect(urls(text)).toEqual([UDP, TLS]);
  });

  test('may say what is asked by SIP and what is not', () => {
    expect(readPasted('sip wss://a.example/ws\n- web wss://b.example/\nhttps://c.example', NOW)).toEqual({
      draft: {
        name: 'a.example',
        addresses: [
          { kind: 'sip', url: 'wss://a.example/ws' },
          { kind: 'web', url: 'wss://b.example/' },
          { kind: 'web', url: 'https://c.example/' },
        ],
        credentials: null,
      },
    });
  });

  test('may have credentials beside it, as providers write them in their letters', () => {
    expect(credentials(`Username: joe\nPassword: hunter2\n${UDP}`)).toEqual(JOE);
    expect(credentials(`${UDP}\nuser=joe\ncredential = hunter2`)).toEqual(JOE);
    expect(credentials(`${UDP}\nusername: ${SOON_S}:joe\npassword: a,b=c`)).toEqual({
      kind: 'password',
      username: `${SOON_S}:joe`,
      password: 'a,b=c',
      expiresAt: SOON_S * 1000,
    });
  });

  test('is read as a whole or not at all, and every wrong piece is named', () => {
    expect(readPasted(`${UDP}\nrelay.example\nturn:joe:hunter2@relay.example`, NOW)).toEqual({
      problems: [
        { id: 'no-kind', piece: 'relay.example' },
        { id: 'credentials-inside', piece: 'turn:…@relay.example' },
      ],
    });
  });

  test.each([
    ['', ['empty']],
    [' \n,\u200b,\n', ['empty']],
    ['x'.repeat(16_385), ['text-too-long']],
    [Array.from({ length: 13 }, (_, i) => `turn:r${i}.example`).join('\n'), ['too-many']],
    [`${UDP}\nUsername: joe`, ['half-credentials']],
    [`${UDP}\nPassword: hunter2`, ['half-credentials']],
    [`${UDP}\nUsername: ${'j'.repeat(600)}\nPassword: hunter2`, ['credentials']],
  ])('%j is a problem: %j', (text, ids) => {
    expect(problems(text)).toEqual(ids);
  });

  test('of prose is no list of a thousand problems', () => {
    expect(problems('so it goes\n'.repeat(1000))).toHaveLength(12);
  });
});

describe('a list of ICE servers', () => {
  const server = `{ "urls": ["${UDP}", "${TLS}"], "username": "joe", "credential": "hunter2" }`;

  test.each([
    server,
    `[${server}]`,
    `{"iceServers": [${server}]}`,
    `{"iceServers": ${server}}`,
    `{"iceServers": [{"urls": "${UDP}", "username": "joe", "credential": "hunter2"},
                     {"url": "${TLS}", "username": "joe", "credential": "hunter2"}]}`,
    // As documentation shows it.
    `const config = {
       iceServers: [{
         urls: ['${UDP}', \`${TLS}\`], // both
         username: 'joe', /* the user */
         credential: 'hunter2',
       }],
     };`,
    `const pc = new RTCPeerConnection({ 'iceServers': [${server},], iceTransportPolicy: 'relay', iceCandidatePoolSize: 10 });`,
    `iceServers: [${server}],`,
    `${server},`,
    `var ice = {"v": {"iceServers": ${server}}, "s": "ok"};\nvar pc = new RTCPeerConnection(ice);`,
    // Matrix, GET /_matrix/client/v3/voip/turnServer, and what Twilio answers.
    `{"username": "joe", "password": "hunter2", "uris": ["${UDP}", "${TLS}?transport=tcp"]}`,
    `{"username": "none", "ice_servers": [{"url": "${UDP}", "urls": ["${UDP}", "${TLS}"], "username": "joe", "credential": "hunter2"}]}`,
  ])('%s is read', (text) => {
    expect(readPasted(text, NOW)).toEqual({
      draft: {
        name: 'relay.example',
        addresses: [
          { kind: 'turn', url: UDP },
          { kind: 'turn', url: TLS },
        ],
        credentials: JOE,
      },
    });
  });

  test('may be several in a row, without a bracket around them', () => {
    expect(urls(`{ urls: 'stun:a.example' },\n{ urls: 'stun:b.example' }`)).toEqual([
      'stun:a.example:3478',
      'stun:b.example:3478',
    ]);
    expect(urls(`["${UDP}", "stun:b.example"]`)).toEqual([UDP, 'stun:b.example:3478']);
  });

  test('has no credentials where nothing asks for them', () => {
    expect(credentials(`{urls: "stun:a.example", username: "joe", credential: "hunter2"}`)).toBeNull();
    expect(credentials(`{urls: "${UDP}", username: null, credential: ""}`)).toBeNull();
  });

  test('has its strings read as they were meant', () => {
    const text = String.raw`{urls: "turn:relay.example", username: 'j\'o\x65', credential: "\u0068\u{75}nt\er\/2"}`;
    expect(credentials(text)).toEqual({ kind: 'password', username: "j'oe", password: 'hunter/2' });
  });

  test('has keys that are only keys', () => {
    expect(urls(`{"__proto__": {"urls": "${UDP}"}, "constructor": 1, "toString": null}`)).toEqual([UDP]);
    expect(Object.prototype).not.toHaveProperty('urls');
  });

  test.each([
    [`{"urls": "${UDP}"`, 'json'],
    [`{"urls": "${UDP}}`, 'json'],
    [`{urls: "${UDP}", username: process.env.USER}`, 'json'],
    [`{urls: "${UDP}", username: user}`, 'json'],
    [`{urls: "turn:" + host}`, 'json'],
    [`{urls: \`turn:\${host}\`}`, 'json'],
    [`{urls: "${UDP}" username: "joe"}`, 'json'],
    [`{...others, urls: "${UDP}"}`, 'json'],
    ['{', 'json'],
    [`${'['.repeat(8000)}"`, 'json'],
    ['{"a":'.repeat(3000), 'json'],
    [`{urls: "\\u{ffffff}"}`, 'json'],
    // Nothing is left out unnoticed.
    [`turn:other.example\n{urls: "${UDP}"}`, 'json'],
    [`{urls: "${UDP}"}\nturn:other.example`, 'json'],
    [`{urls: "${UDP}"}; const more = {urls: "${TLS}"};`, 'json'],
    ['{}', 'no-addresses'],
    ['[{}, [], null, 5]', 'no-addresses'],
    ['{"iceServers": []}', 'no-addresses'],
    ['{"urls": []}', 'no-addresses'],
    ['{"urls": [5]}', 'no-addresses'],
    [`{"urls": "${UDP}", "username": "joe"}`, 'half-credentials'],
    [`{"urls": "${UDP}", "credential": "hunter2"}`, 'half-credentials'],
    [`{"urls": "${UDP}", "username": "joe", "credential": {"accessToken": "hunter2"}}`, 'credentials'],
    [`{"urls": "${UDP}", "username": "joe", "credential": "hunter2", "credentialType": "oauth"}`, 'credentials'],
    [`{"urls": "${UDP}", "username": 5, "credential": "hunter2"}`, 'credentials'],
    [`{"urls": "${UDP}", "username": "joe\\n", "credential": "hunter2"}`, 'credentials'],
    [`{"urls": "${UDP}", "username": {}, "credential": "hunter2"}`, 'credentials'],
    [`{"urls": "${UDP}", "username": ["joe"], "credential": "hunter2"}`, 'credentials'],
    ['{"urls": "stuns:relay.example"}', 'stuns'],
  ])('%s is a problem: %s', (text, id) => {
    const read = readPasted(text, NOW);
    expect(read).toMatchObject({ problems: [{ id }] });
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });

  test('with two sets of credentials is two servers', () => {
    const one = (user: string, password: string) =>
      `{urls: "turn:${user}.example", username: "${user}", credential: "${password}"}`;
    expect(readPasted(`[${one('joe', 'hunter2')}, ${one('ann', 'hunter2')}]`, NOW)).toEqual({
      problems: [{ id: 'two-sets', piece: 'ann' }],
    });
    expect(problems(`[${one('joe', 'hunter2')}, ${one('joe', 'hunter3')}]`)).toEqual(['two-sets']);
  });
});

describe('credentials that end', () => {
  const expiry = (username: string, more = '') => {
    const read = credentials(`{"urls": "${UDP}", "username": "${username}", "password": "x" ${more}}`);
    return read && 'expiresAt' in read ? read.expiresAt : undefined;
  };

  test('tell it by their user name', () => {
    expect(expiry(`${SOON_S}:joe`)).toBe(SOON_S * 1000);
    expect(expiry(`${SOON_S}`)).toBe(SOON_S * 1000);
    expect(expiry(`joe:${SOON_S}`)).toBe(SOON_S * 1000);
    expect(expiry(`${SOON_S}:@joe:matrix.example`, ', "ttl": 5')).toBe(SOON_S * 1000);
    expect(expiry(`${SOON_S - 2 * HOUR_S}:joe`)).toBe(NOW - HOUR_S * 1000);
  });

  test('or by the seconds that they have left', () => {
    expect(expiry('joe', ', "ttl": 86400')).toBe(NOW + 86_400_000);
    expect(expiry('joe', ', "ttl": "86400"')).toBe(NOW + 86_400_000);
  });

  test('are not seen in numbers that mean something else', () => {
    expect(expiry('joe')).toBeUndefined();
    expect(expiry('2000000000')).toBeUndefined();
    expect(expiry('1234567890:joe')).toBeUndefined();
    expect(expiry('17953488000')).toBeUndefined();
    expect(expiry('joe', ', "ttl": -1')).toBeUndefined();
    expect(expiry('joe', ', "ttl": 1e999')).toBeUndefined();
    expect(expiry('joe', ', "ttl": {}')).toBeUndefined();
  });
});

test('Whatever is pasted is a server or has problems', () => {
  const sign = fc.constantFrom(
    ...'{}[]"\'`,:;=\\/* \n$',
    'urls',
    'turn:a',
    'username',
    'credential',
    'x',
    '5',
    '//',
    '/*',
    'null',
  );
  const text = fc.oneof(
    fc.array(sign, { maxLength: 60 }).map((signs) => signs.join('')),
    fc.json(),
    // Any value in any place of a server.
    fc
      .record({
        urls: fc.constant(['turn:a', 'stun:b']),
        username: fc.jsonValue(),
        credential: fc.jsonValue(),
        ttl: fc.jsonValue(),
      })
      .map((server) => JSON.stringify(server)),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  fc.assert(
    fc.property(text, (pasted) => {
      const read = readPasted(pasted, NOW);
      if ('draft' in read) {
        expect(read.draft.addresses.length).toBeGreaterThan(0);
        expect(read.draft.name).not.toBe('');
      } else {
        expect(read.problems.length).toBeGreaterThan(0);
        for (const { id } of read.problems) expect(PROBLEMS).toContain(id);
      }
    }),
    { numRuns: 3000 },
  );
});
