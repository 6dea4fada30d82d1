import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type History, UNKNOWN_NETWORK } from '../records.ts';
import { OWN } from '../testing.ts';
import { contentsOf } from './contents.ts';
import { toCsv } from './csv.ts';
import { factsOf } from './facts.ts';
import { toJson } from './json.ts';
import { toOoni } from './ooni.ts';
import { FORMATS, share } from './share.ts';
import {
  HOME,
  history,
  home,
  mobile,
  NOTHING,
  NOW,
  OWN_NAMES,
  observation,
  round,
  START,
  spell,
  withOwn,
} from './testing.ts';
import { anyHistory } from './testing-any.ts';

const ALL = { names: true, place: true, raw: true, own: true };
const NONE = { names: false, place: false, raw: false, own: false };
const RANDOM = ['1111111111111111', '2222222222222222', '3333333333333333'];
const random = () => {
  let next = 0;
  return () => RANDOM[next++] ?? expect.fail('too many keys');
};
const shared = (history: History, choices = NONE, format: (typeof FORMATS)[number] = 'json') =>
  share(history, { format, choices, ownNames: OWN_NAMES, randomKey: random() });
const written = (history: History, choices = NONE) =>
  [
    toJson(history, choices, { now: NOW, version: '0.1.0', selection: { from: 0, to: NOW } }),
    toCsv(history),
    toOoni(history, { version: '0.1.0' }),
  ].join('\n');

test('with everything ticked, everything is in it', () => {
  expect(shared(withOwn, ALL)).toEqual({ ...withOwn, ownServers: OWN_NAMES });
});

test('each format takes only the records that it holds', () => {
  const kinds = FORMATS.map((format) => {
    const { networks: _, ownServers: __, ...rows } = shared(withOwn, ALL, format);
    return [format, Object.entries(rows).flatMap(([kind, { length }]) => (length > 0 ? [kind] : []))];
  });
  expect(Object.fromEntries(kinds)).toEqual({
    text: ['rounds', 'spells', 'words', 'calls'],
    card: ['rounds', 'spells'],
    csv: ['rounds'],
    json: ['rounds', 'days', 'spells', 'words', 'raw', 'calls'],
    ooni: ['raw'],
  });
});

test('raw observations leave in OONI’s format, and in JSON when they are ticked', () => {
  expect(shared(history, { ...ALL, raw: false }).raw).toEqual([]);
  expect(shared(history, NONE, 'ooni').raw).toHaveLength(1);
});

test('OONI’s format has no place for names, so none are counted', () => {
  expect(contentsOf(shared(history, ALL, 'ooni')).named).toBe(0);
});

test('a network of which nothing else leaves does not leave', () => {
  expect(shared({ ...history, rounds: [round()] }, ALL).networks).toEqual([home]);
});

describe('without a tick', () => {
  test('neither name nor lasting key of a network leaves', () => {
    const text = written(shared(history));
    expect(text).not.toContain('Home');
    expect(text).not.toContain(HOME);
    expect(text).not.toContain(mobile.key);
    expect(shared(history).networks.map(({ key }) => key)).toEqual(RANDOM.slice(0, 2));
  });

  test('the records still tell the networks apart', () => {
    const keysOf = ({ networks, rounds, raw, days, spells, words, calls }: History) => [
      networks.map(({ key }) => key),
      ...[rounds, raw, days, spells, words, calls].map((rows) => rows.map(({ network }) => network)),
    ];
    const back = new Map([
      [RANDOM[0], HOME],
      [RANDOM[1], mobile.key],
    ]);
    const keys = keysOf(shared(withOwn, { ...NONE, raw: true, own: true }));
    expect(keys.map((rows) => rows.map((key) => back.get(key ?? '')))).toEqual(keysOf(withOwn));
  });

  test('what could not be told apart stays so', () => {
    const unknown = { ...NOTHING, rounds: [round({ network: UNKNOWN_NETWORK })], words: [{ ...word, network: null }] };
    expect(shared(unknown)).toEqual(unknown);
  });
  const word = { network: HOME, at: START, service: 'x', word: 'worked' } as const;

  test('neither country nor operator leaves', () => {
    expect(shared(history, { ...ALL, place: false }).networks[0]).toEqual({
      ...home,
      asn: null,
      operator: null,
      country: null,
      hosting: false,
    });
    const text = written(shared(history, { ...ALL, place: false }));
    for (const told of ['Maroc', '36903', '"MA"', ',MA,']) expect(text).not.toContain(told);
  });
});

describe('no address of the person leaves', () => {
  const anyAddress = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.uuid().map((id) => `${id}.local`),
    fc.ipV4().map((address) => address.replace(/\d+$/, 'x')),
  );

  test('by a code, a server or an id, in no format', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        fc.pre(address !== '127.0.0.1');
        const hostile: History = {
          ...history,
          raw: [
            {
              network: HOME,
              at: START,
              observations: [
                observation({ code: `bound to ${address}` }),
                observation({ url: `stun:${address.includes(':') ? `[${address}]` : address}:3478` }),
                observation({ url: `https://web.example/?from=${address}`, probe: 'https', transport: 'tls' }),
              ],
            },
          ],
          ...(!address.includes(':') && {
            rounds: [round({ services: { [address]: { calls: 'clear', messages: 'reachable' } } })],
            spells: [spell({ subject: address })],
            words: [{ network: HOME, at: START, service: address, word: 'worked' }],
          }),
        };
        const left = shared(hostile, ALL);
        expect(left.raw[0]?.observations).toHaveLength(1);
        expect(written(left, ALL)).not.toContain(address);
      }),
    );
  });

  test('while the servers of the catalogue are named as it names them', () => {
    const relay = observation({ url: 'turn:155.212.199.157:19302?transport=udp', probe: 'turn', of: 'max' });
    expect(
      shared({ ...history, raw: [{ network: HOME, at: START, observations: [relay] }] }, ALL).raw[0]?.observations,
    ).toEqual([relay]);
  });
});

describe('the person’s own servers', () => {
  const choices = { names: true, place: true, raw: true, own: false };

  test('leave in no format unless they are ticked, neither by name nor by id or address', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...FORMATS), (any, format) => {
        for (const history of [withOwn, any]) {
          const left = shared(history, choices, format);
          expect(`${JSON.stringify(left)} ${written(left)}`).not.toMatch(/"own-|,own-|grandma/i);
          expect(contentsOf(left)).toMatchObject({ own: 0, calls: 0, locatesOwn: false });
        }
      }),
    );
  });

  test('never leave in OONI’s format, which is for what everybody can compare', () => {
    expect(toOoni(shared(withOwn, ALL, 'ooni'), { version: '0.1.0' })).toBe(
      toOoni(shared(history, ALL, 'ooni'), { version: '0.1.0' }),
    );
  });

  test('leave with the tick, and are counted', () => {
    const left = shared(withOwn, ALL);
    expect(contentsOf(left)).toMatchObject({ own: 1, calls: 1, observations: 2, ownAddresses: 0, locatesOwn: true });
    expect(left.ownServers).toEqual(OWN_NAMES);
    expect(toCsv(left)).toContain(',Grandma’s relay,likely-blocked,reachable,');
  });

  test('are not named where they are not spoken of', () => {
    expect(shared(history, ALL).ownServers).toEqual({});
    expect(shared(history)).not.toHaveProperty('ownServers');
  });

  test('are named by an address only with a word about it', () => {
    const left = share(withOwn, {
      format: 'text',
      choices: ALL,
      ownNames: { [OWN]: '192.0.2.7' },
      randomKey: random(),
    });
    expect(contentsOf(left)).toMatchObject({ ownAddresses: 1, locatesOwn: false });
  });

  test('tell their address as the person wrote it, without a password or key in it', () => {
    const told = (url: string) => {
      const asked = observation({ url, of: OWN });
      const { raw } = shared({ ...history, raw: [{ network: HOME, at: START, observations: [asked] }] }, ALL);
      return raw[0]?.observations[0]?.url;
    };
    expect(told('turn:192.0.2.7:3478?transport=tcp')).toBe('turn:192.0.2.7:3478?transport=tcp');
    expect(told('wss://me:hunter2@sip.example:7443/ws?token=hunter2#hunter2')).toBe('wss://sip.example:7443/ws');
  });
});

describe('what is in it', () => {
  const counted = (format: (typeof FORMATS)[number], any: History, choices: typeof ALL) => {
    const left = shared(any, choices, format);
    return { left, contents: contentsOf(left) };
  };
  const anyChoices = fc.record({ names: fc.boolean(), place: fc.boolean(), raw: fc.boolean(), own: fc.boolean() });

  test('is as many measurements as OONI’s format writes, and nothing where it writes none', () => {
    fc.assert(
      fc.property(anyHistory, anyChoices, (any, choices) => {
        const { left, contents } = counted('ooni', any, choices);
        const lines = toOoni(left, { version: '0.1.0' }).split('\n').length - 1;
        expect(contents.observations).toBe(lines);
        expect(contents.span === null).toBe(lines === 0);
      }),
    );
    const relay = observation({ url: 'turns:relay.example:443', probe: 'turn', transport: 'tls' });
    const raw = [{ network: HOME, at: START, observations: [relay] }];
    expect(counted('ooni', { ...history, raw }, ALL).contents).toMatchObject({ networks: 0, span: null });
  });

  test('is as many networks, rounds, blocks, words and calls as the report tells of', () => {
    const unknown = { ...home, key: UNKNOWN_NETWORK };
    fc.assert(
      fc.property(anyHistory, anyChoices, fc.boolean(), (any, choices, hasUnknown) => {
        const networks = [...any.networks, ...(hasUnknown ? [unknown] : [])];
        const { left, contents } = counted('text', { ...any, networks }, choices);
        const facts = factsOf(left);
        const services = facts.flatMap(({ services }) => services);
        const all = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
        expect(contents).toMatchObject({
          networks: facts.length,
          rounds: all(facts.map(({ rounds }) => rounds)),
          spells: all([...facts, ...services].map(({ spells }) => spells.length)),
          words: all(services.map(({ words }) => words.length)),
          calls: all(services.map(({ calls }) => calls.length)),
        });
      }),
    );
  });

  test('is what stands under the network that could not be told, where the history has one', () => {
    const said = { network: null, at: START, service: 'x', word: 'worked' } as const;
    const networks = [{ ...home, key: UNKNOWN_NETWORK }];
    expect(counted('text', { ...NOTHING, networks, words: [said] }, NONE).left.words).toEqual([said]);
    expect(factsOf(counted('text', { ...NOTHING, networks, words: [said] }, NONE).left)[0]?.services).toHaveLength(1);
    expect(counted('text', { ...NOTHING, words: [said] }, NONE).contents).toMatchObject({ words: 0, span: null });
    expect(counted('json', { ...NOTHING, words: [said] }, NONE).contents).toMatchObject({ words: 1 });
  });

  test('is a row or more for each round of a table', () => {
    fc.assert(
      fc.property(anyHistory, anyChoices, (any, choices) => {
        const { left, contents } = counted('csv', any, choices);
        const rows = toCsv(left).split('\r\n').length - 2;
        expect(contents.rounds).toBeLessThanOrEqual(rows);
        expect(contents.span === null).toBe(rows === 0);
      }),
    );
  });

  test('is counted', () => {
    expect(contentsOf(shared(history, ALL))).toEqual({
      networks: 2,
      rounds: 10,
      days: 1,
      spells: 1,
      words: 1,
      observations: 1,
      calls: 0,
      own: 0,
      span: { from: Date.UTC(2026, 7, 4), to: NOW - 3_600_000 },
      named: 1,
      placed: 2,
      addresses: 0,
      ownAddresses: 0,
      locatesOwn: false,
    });
    expect(contentsOf(shared(history))).toMatchObject({ named: 0, placed: 0, observations: 0 });
    expect(contentsOf(NOTHING)).toMatchObject({ networks: 0, span: null });
  });

  test('tells of an address that the person wrote into a name', () => {
    expect(contentsOf({ ...history, networks: [{ ...home, name: 'Home 81.192.1.2' }] }).addresses).toBe(1);
  });

  test('is no other than what is written', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.record({ names: fc.boolean(), place: fc.boolean(), raw: fc.boolean(), own: fc.boolean() }),
        (any, choices) => {
          const left = shared(any, choices);
          const file = JSON.parse(
            toJson(left, choices, { now: NOW, version: '0.1.0', selection: { from: 0, to: NOW } }),
          );
          expect(contentsOf(file)).toEqual(contentsOf(left));
        },
      ),
    );
  });
});
