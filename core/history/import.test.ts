import { describe, expect, test } from 'vitest';
import type { TransportCall } from '../call/call.ts';
import { toCsv } from './export/csv.ts';
import { toJson } from './export/json.ts';
import { toOoni } from './export/ooni.ts';
import { HOME, history, home, NOW, observation, round, START, spell } from './export/testing.ts';
import { readDocument } from './import.ts';
import { UNKNOWN_NETWORK } from './records.ts';
import { call, OWN, transportCall } from './testing.ts';

const text = toJson(
  history,
  { names: true, place: true, raw: true, own: true },
  { now: NOW, version: '0.1.0', selection: { from: 0, to: NOW } },
);
const read = (text: string) => readDocument(text, NOW);
/** The export with some of its fields changed, by hand or by malice. */
const changed = (change: object) => read(JSON.stringify({ ...JSON.parse(text), ...change }));
const historyOf = (reading: ReturnType<typeof read>) =>
  'history' in reading ? reading.history : expect.fail(reading.refusal);

test('an export is read', () => {
  expect(read(text)).toEqual({ history, ownServers: {}, skipped: 0 });
});

test('nothing but its own records is taken from a file', () => {
  const extra = { ...round(), secret: 'x' };
  expect(historyOf(changed({ rounds: [extra], notes: [1], extra: {} }))).toEqual({ ...history, rounds: [round()] });
});

describe('refused, with the reason:', () => {
  test.each([
    ['a zip archive', 'PK\u0003\u0004\u0014', 'packed'],
    ['a gzip file', '\u001f\ufffd\u0008', 'packed'],
    ['nothing', '', 'not-json'],
    ['prose', 'Dear friend', 'not-json'],
    ['half of an export', text.slice(0, text.length / 2), 'not-json'],
    ['a picture', '\ufffdPNG\r\n', 'not-json'],
    ['our CSV', toCsv(history), 'csv'],
    ['a measurement of OONI', toOoni(history, { version: '0.1.0' }), 'ooni'],
    ['several of them', toOoni(history, { version: '0.1.0' }).repeat(3), 'ooni'],
    ['other JSON', '{"log":{"version":"1.2"}}', 'foreign'],
    ['a list', '[]', 'foreign'],
    ['null', 'null', 'foreign'],
    ['the output of check', '{"schemaVersion":1,"rounds":3}', 'foreign'],
    ['a name in place of a prototype', '{"__proto__":{"format":"ringback-history","version":1}}', 'foreign'],
    ['deep nesting', '['.repeat(2e6), 'damaged'],
    ['deep nesting with an end', '['.repeat(1e5) + ']'.repeat(1e5), 'damaged'],
    ['a string without an end', `"${'\\"'.repeat(1e6)}`, 'not-json'],
  ] as const)('%s', (_, text, refusal) => {
    expect(read(text)).toEqual({ refusal });
  });

  test.each([
    ['a newer version', { version: 2 }, 'newer'],
    ['no version', { version: '1' }, 'foreign'],
    ['version 0', { version: 0 }, 'foreign'],
    ['no list of rounds', { rounds: undefined }, 'damaged'],
    ['rounds that are no list', { rounds: { length: 1 } }, 'damaged'],
    ['more records than any history has', { words: Array(500_001).fill(0) }, 'too-big'],
    [
      'nothing but damaged records',
      { networks: [0], rounds: [0], raw: [], days: [], spells: [], words: [] },
      'damaged',
    ],
  ] as const)('%s', (_, change, refusal) => {
    expect(changed(change)).toEqual({ refusal });
  });
});

test('a prototype is no service', () => {
  const services = JSON.parse('{"__proto__":{"calls":"clear","messages":"reachable"}}');
  const [read] = historyOf(changed({ rounds: [round({ services })] })).rounds;
  expect(read).toEqual(round({ services: {} }));
  expect(read?.services).not.toHaveProperty('calls');
});

test('a file from before there were test calls is read', () => {
  expect(changed({ calls: undefined })).toEqual({ history, ownServers: {}, skipped: 0 });
});

test('names of servers of one’s own are taken as text, and nothing else is taken for one', () => {
  const offered = {
    [OWN]: ' \u202e<b>Relay</b>\u0000',
    whatsapp: 'Not me',
    'own-1': 'x',
    'own-12345678': 5,
    __proto__: 'x',
  };
  expect(changed({ ownServers: offered })).toMatchObject({ ownServers: { [OWN]: '<b>Relay</b>' } });
  expect(changed({ ownServers: ['x'] })).toEqual({ history, ownServers: {}, skipped: 0 });
});

describe('left out and counted:', () => {
  const called = (change: Partial<TransportCall>) => call(START, { network: HOME, calls: [transportCall(change)] });
  const services = (id: string) => JSON.parse(`{"${id}":{"calls":"clear","messages":"reachable"}}`);

  test.each([
    ['a wrong type', round({ at: '5' as unknown as number })],
    ['a moment that is none', round({ at: null as unknown as number })],
    ['the future', round({ at: NOW + 2 * 3_600_000 })],
    ['a time before time', round({ at: -1 })],
    ['half a millisecond', round({ at: 0.5 })],
    ['a network that the file does not name', round({ network: 'ffffffffffffffff' })],
    ['a key that is none', round({ network: `${HOME}<b>` })],
    ['a state of no vocabulary', round({ state: 'fine' as 'clear' })],
    ['an id with markup', round({ services: services('<img src=x>') })],
    [
      'more services than there are',
      round({ services: Object.assign({}, ...Array.from({ length: 300 }, (_, n) => services(`s${n}`))) }),
    ],
    ['the same round again', round({ at: START + 1, state: 'offline' })],
  ])('%s', (_, damaged) => {
    const sound = Array.from({ length: 2_000 }, (_, index) => round({ at: START + index }));
    const reading = changed({ rounds: [...sound, damaged] });
    expect(reading).toEqual({ history: { ...history, rounds: sound }, ownServers: {}, skipped: 1 });
  });

  test.each([
    ['a name longer than any', { networks: [home, { ...home, key: 'b'.repeat(16), name: 'x'.repeat(1e6) }] }],
    [
      'a network that was last seen before it was first seen',
      { networks: [home, { ...home, key: 'b'.repeat(16), firstAt: NOW, lastAt: 0 }] },
    ],
    ['a network that was seen in the future', { networks: [home, { ...home, key: 'b'.repeat(16), lastAt: NOW * 2 }] }],
    ['a spell that ends before it begins', { spells: [spell({ from: START + 5, seenAt: START + 5, to: START })] }],
    ['a spell seen after its end', { spells: [spell({ to: START + 5, seenAt: START + 6 })] }],
    ['a spell that ends in the future', { spells: [spell({ to: NOW * 2 })] }],
    ['a spell on no network', { spells: [spell({ network: UNKNOWN_NETWORK })] }],
    [
      'more answers than a round has',
      { raw: [{ network: HOME, at: START, observations: Array(2_000).fill(observation()) }] },
    ],
    ['a day in the future', { days: [{ ...history.days[0], day: 999_999 }] }],
    ['a count that is none', { days: [{ ...history.days[0], rounds: 1e300 }] }],
    ['a word that nobody can say', { words: [{ ...history.words[0], word: 'maybe' }] }],
    ['a test call through somebody else’s server', { calls: [call(START, { network: HOME, service: 'whatsapp' })] }],
    ['a test call in the future', { calls: [call(NOW * 2, { network: HOME })] }],
    ['a test call on a network that the file does not name', { calls: [call(START)] }],
    ['a test call that found what nobody can', { calls: [called({ mos: Number.MAX_VALUE })] }],
    ['a test call with an address for a code', { calls: [called({ code: '192.0.2.7' })] }],
    [
      'a test call that goes on and on',
      { calls: [called({ seconds: Array(21).fill(called({}).calls[0]?.seconds[0]) })] },
    ],
    [
      'a test call over more ways than there are',
      { calls: [call(START, { network: HOME, calls: Array(4).fill(transportCall()) })] },
    ],
  ])('%s', (_, change) => {
    const [kind] = Object.keys(change) as [keyof typeof change];
    const reading = changed({ ...change, ...(kind !== 'networks' && { networks: [home] }), rounds: [] });
    expect(reading).toMatchObject({ skipped: 1 });
  });
});

test('a name keeps its letters and loses what would turn the text around it', () => {
  const names = ['\u202eemoh\u202c', 'Home\u0000\u001b[31m', ' البيت ', '<b>Home</b>', '\u2066\u2069'].map(
    (name, index) => ({ ...home, key: `${index}`.repeat(16).replaceAll('0', 'f'), name }),
  );
  expect(
    historyOf(changed({ networks: [home, ...names] }))
      .networks.slice(1)
      .map(({ name }) => name),
  ).toEqual(['emoh', 'Home[31m', 'البيت', '<b>Home</b>', null]);
});
