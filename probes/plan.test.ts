import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemeOf, transportOf } from '../core/catalogue/endpoint.ts';
import type { Control } from '../core/catalogue/runtime.ts';
import { type Known, plan, type Thoroughness } from './plan.ts';
import { CONTROLS, control, endpoint, service } from './testing/catalogue.ts';

const WEB = ['https://a.example/', 'https://b.example/', 'https://c.example/'];
const SOCKET = 'wss://chat.example/';
const STUN = 'stun:relay.example:3478';
const UDP = 'turn:relay.example:3478?transport=udp';
const UDP2 = 'turn:other.example:3478?transport=udp';
const TCP = 'turn:relay.example:443?transport=tcp';
const TLS = 'turns:relay.example:443';

const demo = service('demo', [
  endpoint('signalling', SOCKET, false),
  ...WEB.map((url) => endpoint('signalling', url)),
  endpoint('media', TLS),
  endpoint('media', TCP),
  endpoint('media', STUN),
  endpoint('media', UDP),
  endpoint('media', UDP2, false),
  endpoint('call-setup', 'https://setup.example/'),
]);
const nobody = (_: string): boolean => false;
/** A new installation: nothing has answered yet. */
const NEW: Known = { earned: nobody, hasVote: ({ verified }) => verified, settled: nobody, turn: 0 };
/** These have answered it since. */
const known = (earned: (url: string) => boolean): Known => ({
  ...NEW,
  earned,
  hasVote: ({ url, verified }) => verified || earned(url),
});

const tiers = (name: string, how: Thoroughness, { earned = nobody, turn = 0, services = [demo] } = {}) =>
  plan(services, CONTROLS, how, { ...known(earned), turn }).roles.find((role) => role.name === name)?.tiers;

describe('a full round', () => {
  test('asks every web host and every UDP server at once, WebSockets and relays over TCP only after them', () => {
    expect(tiers('demo/signalling', 'full')).toEqual([WEB, [SOCKET]]);
    expect(tiers('demo/media', 'full')).toEqual([
      [UDP, STUN, UDP2],
      [TLS, TCP],
    ]);
  });

  test('asks for what calls need besides', () => {
    expect(tiers('demo/call-setup', 'full')).toEqual([['https://setup.example/']]);
    expect(tiers('demo/call-setup', 'light')).toBeUndefined();
  });
});

describe('a light round', () => {
  test('begins with one web host and two UDP servers', () => {
    expect(tiers('demo/signalling', 'light')).toEqual([[WEB[0]], [WEB[1], WEB[2]], [SOCKET]]);
    expect(tiers('demo/media', 'light')).toEqual([[UDP, STUN], [UDP2], [TLS, TCP]]);
  });

  test('takes turns over the servers that it trusts', () => {
    const first = (turn: number) => tiers('demo/signalling', 'light', { turn })?.[0]?.[0];
    expect([0, 1, 2, 3].map(first)).toEqual([WEB[0], WEB[1], WEB[2], WEB[0]]);
  });

  test('begins with a server that has answered before one that never has', () => {
    const young = service('young', [
      endpoint('media', STUN, false),
      endpoint('media', UDP, false),
      endpoint('media', UDP2, false),
    ]);
    const earned = (url: string) => url === UDP2;
    for (const turn of [0, 1, 2]) {
      expect(tiers('young/media', 'light', { services: [young], earned, turn })?.[0]).toEqual([UDP2, STUN]);
    }
  });
});

describe('a light round asks a relay whose silence would count, not only the bindings beside it', () => {
  const STUN2 = 'stun:other.example:3478';
  const relaysOf = (urls: readonly string[], turn: number) => {
    const chat = service(
      'chat',
      urls.map((url) => endpoint('media', url)),
    );
    const [media] = plan([chat], CONTROLS, 'light', { ...known(() => true), turn }).roles;
    return media?.tiers[0]?.filter((url) => media.relaysWithVote.has(url)) ?? [];
  };

  test.for([0, 1, 2])('however the turns fall: %i', (turn) => {
    expect(relaysOf([STUN, STUN2, UDP], turn)).toEqual([UDP]);
    expect(relaysOf([TCP, STUN, STUN2, UDP], turn)).toEqual([UDP]);
  });

  test('and relays take turns among themselves', () => {
    const led = [0, 1, 2, 3].map((turn) => relaysOf([UDP, UDP2], turn)[0]);
    expect(led).toEqual([UDP, UDP2, UDP, UDP2]);
  });
});

test('Only relays whose silence would count are waited for beside a binding', () => {
  const votes = (earned: (url: string) => boolean) =>
    plan([demo], CONTROLS, 'full', known(earned)).roles.map(({ name, relaysWithVote }) => [name, [...relaysWithVote]]);
  expect(Object.fromEntries(votes(nobody))).toEqual({
    'demo/signalling': [],
    'demo/media': [UDP],
    'demo/call-setup': [],
  });
  expect(Object.fromEntries(votes((url) => url === UDP2))['demo/media']).toEqual([UDP, UDP2]);
});

test('A WebSocket that is asked by SIP is asked at once, like a web host: its answer says as much', () => {
  const sip = { ...endpoint('signalling', 'wss://pbx.example/ws', false), asks: 'sip' as const };
  const plain = endpoint('signalling', 'wss://push.example/', false);
  const { roles } = plan([service('own-1', [plain, sip])], [], 'full', NEW);
  expect(roles[0]?.tiers).toEqual([[sip.url], [plain.url]]);
});

test('A service that has been shut down is never asked', () => {
  const retired = service('retired', demo.endpoints, { retired: true });
  expect(plan([retired], CONTROLS, 'full', NEW).roles).toEqual([]);
});

test('A service that no browser can test has no relays to ask', () => {
  const untestable = service('untestable', [endpoint('signalling', 'https://a.example/')]);
  expect(plan([untestable], CONTROLS, 'light', NEW).roles.map(({ name }) => name)).toEqual(['untestable/signalling']);
});

describe('a light round saves handshakes', () => {
  const names = 'abcdef'.split('');
  const many = names.map((name) =>
    service(name, [endpoint('signalling', `https://${name}.example/`), endpoint('media', STUN)]),
  );
  const asked = (turn: number, how: Thoroughness = 'light', settled = (_: string) => true) =>
    plan(many, CONTROLS, how, { ...NEW, settled, turn }).roles.map(({ name }) => name);
  const webOnly = (list: readonly string[]) => list.filter((name) => name.endsWith('/signalling'));

  test('a third of the web hosts that answered not long ago is asked, and each one every third time', () => {
    for (const turn of [0, 1, 2, 3, 4]) expect(webOnly(asked(turn))).toHaveLength(2);
    expect([0, 1, 2].flatMap((turn) => webOnly(asked(turn))).sort()).toEqual(names.map((name) => `${name}/signalling`));
  });

  test('relays are asked every time', () => {
    for (const turn of [0, 1, 2]) expect(asked(turn).filter((name) => name.endsWith('/media'))).toHaveLength(6);
  });

  test('one that has not answered lately is asked whosever turn it is', () => {
    const lateOne = (role: string) => role !== 'b/signalling';
    for (const turn of [0, 1, 2]) expect(asked(turn, 'light', lateOne)).toContain('b/signalling');
  });

  test('a full round asks everybody', () => expect(webOnly(asked(1, 'full'))).toHaveLength(6));

  test('web hosts that refuse every browser are asked in full rounds only', () => {
    const shy = service('shy', [{ ...endpoint('signalling', 'https://shy.example/'), refusesBrowsers: true }]);
    expect(plan([shy], CONTROLS, 'light', NEW).roles).toEqual([]);
    expect(plan([shy], CONTROLS, 'full', NEW).roles).toHaveLength(1);
  });
});

describe('the controls', () => {
  const MANY = [
    ...CONTROLS,
    control('https', 'https://four.control.example/'),
    control('https', 'https://five.control.example/'),
  ];
  const hosts = (list: readonly Control[]) =>
    list.flatMap(({ kind, url }) => (kind === 'https' ? [new URL(url).hostname.split('.')[0]] : []));

  test('are all asked by a full round', () => {
    expect(plan([], MANY, 'full', NEW)).toMatchObject({ controls: MANY, reserve: [] });
  });

  test('over TLS are three in a light round, the others are kept in reserve', () => {
    const { controls, reserve } = plan([], MANY, 'light', NEW);
    expect([hosts(controls), hosts(reserve)]).toEqual([
      ['one', 'two', 'three'],
      ['four', 'five'],
    ]);
    expect(controls).toEqual(MANY.filter((one) => !reserve.includes(one)));
  });

  test('take turns, those before that have answered here', () => {
    const earned = (url: string) => !url.includes('two');
    const turns = [0, 1, 2].map((turn) => hosts(plan([], MANY, 'light', { ...known(earned), turn }).reserve).sort());
    expect(turns).toEqual([
      ['five', 'two'],
      ['one', 'two'],
      ['three', 'two'],
    ]);
  });
});

const anyUrl = fc.constantFrom(...WEB, SOCKET, STUN, UDP, UDP2, TCP, TLS);
const anyService = fc
  .uniqueArray(fc.tuple(fc.constantFrom('signalling' as const, 'media' as const), anyUrl, fc.boolean()), {
    selector: ([role, url]) => `${role} ${url}`,
  })
  .map((list) =>
    service(
      'any',
      list.map(([role, url, verified]) => endpoint(role, url, verified)),
    ),
  );

test('Whatever the round and its number, each endpoint stands in one tier, costly ones after the others', () => {
  const isCostly = (url: string) => schemeOf(url) === 'wss' || (/^turn/.test(url) && transportOf(url) !== 'udp');
  fc.assert(
    fc.property(
      anyService,
      fc.constantFrom<Thoroughness>('full', 'light'),
      fc.nat(),
      fc.array(anyUrl),
      (any, how, turn, earned) => {
        const { roles } = plan([any], CONTROLS, how, { ...known((url) => earned.includes(url)), turn });
        for (const { name, tiers: planned } of roles) {
          const listed = any.endpoints.filter(({ role }) => name === `any/${role}`).map(({ url }) => url);
          expect(planned.flat().sort()).toEqual(listed.sort());
          expect(planned.every((tier) => tier.length > 0)).toBe(true);
          const costly = planned.map((tier) => tier.filter(isCostly).length);
          // A tier is of one kind, and no costly one comes before a cheap one.
          expect(costly.every((n, i) => n === 0 || n === planned[i]?.length)).toBe(true);
          expect(costly.map(Boolean)).toEqual(costly.map(Boolean).sort());
        }
      },
    ),
  );
});
