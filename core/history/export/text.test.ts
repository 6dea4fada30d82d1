import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf } from './facts.ts';
import { share } from './share.ts';
import { HOME, history, NOW, round, START, spell } from './testing.ts';
import { anyHistory } from './testing-any.ts';
import { type HistoryWords, toText } from './text.ts';

const DAY = 86_400_000;
const words: HistoryWords = {
  direction: 'ltr',
  title: 'Report',
  method: 'Method.',
  privacy: 'No address.',
  network: ({ name, operator, country }, number) => `Network: ${name ?? operator ?? country ?? number}`,
  rounds: (count, from, to) => `${count} rounds, ${from} to ${to}`,
  state: (state, when) => `Last: ${state} (${when})`,
  calls: (_, state) => state,
  messages: (state) => state,
  service: (id, calls, messages) => `${id}: ${calls} / ${messages}`,
  unasked: (id) => `${id}: not checked`,
  mechanism: (mechanism) => `How: ${mechanism}`,
  since: (kind, from) => `${kind} since ${from}`,
  ended: (kind, from, to) => `${kind} from ${from} to ${to}`,
  lasted: (ms) => `${Math.round(ms / DAY)} days`,
  own: (word, when) => `said: ${word} (${when})`,
  call: ({ conclusion }, when) => `called: ${conclusion} (${when})`,
  made: (version, when) => `Made by ${version}, ${when}`,
};
const origin = { now: NOW, version: '0.1.0', selection: { from: 0, to: NOW } };

test('the report says what, where, since when and how it was measured', () => {
  const earlier = spell({ from: START - 9 * DAY, to: START - 2 * DAY, seenAt: START - 2 * DAY });
  const firewall = spell({
    kind: 'udp',
    subject: 'network',
    from: START - 99 * DAY,
    to: START - 98 * DAY,
    seenAt: START - 98 * DAY,
  });
  expect(toText({ ...history, spells: [firewall, earlier, ...history.spells] }, words, origin)).toBe(`Report

Network: Home, ADSL
9 rounds, 2026-11-12 08:00 UTC to 2026-11-20 08:00 UTC
Last: some-blocked (2026-11-20 08:00 UTC)
udp from 2026-08-05 08:00 UTC to 2026-08-06 08:00 UTC (1 days)

whatsapp: likely-blocked / reachable (2026-11-20 08:00 UTC)
  How: udp.timeout
  calls since 2026-11-12 08:00 UTC (9 days)
  calls from 2026-11-03 08:00 UTC to 2026-11-10 08:00 UTC (7 days)
  said: failed (2026-11-12 09:00 UTC)

signal: clear / reachable (2026-11-20 08:00 UTC)

Network: Wana
1 rounds, 2026-11-21 12:05 UTC to 2026-11-21 12:05 UTC
Last: clear (2026-11-21 12:05 UTC)

whatsapp: clear / reachable (2026-11-21 12:05 UTC)

Method.

Made by 0.1.0, 2026-11-21 14:05 UTC
No address.
`);
});

test('among words that are read from the right every moment stands apart, so that its parts keep their order', () => {
  const text = toText(history, { ...words, direction: 'rtl' }, origin);
  expect(text).toContain('Last: some-blocked (\u20662026-11-20 08:00 UTC\u2069)');
  expect(text.match(/\u2066[\d-]+ [\d:]+ UTC\u2069/g)).toHaveLength(text.match(/UTC/g)?.length ?? 0);
});

test('the network is named only when that is ticked', () => {
  const choices = { names: false, place: false, raw: false, own: false };
  const left = share(history, { format: 'text', choices, ownNames: {}, randomKey: () => `${Math.random()}` });
  expect(toText(left, words, origin)).toContain('Network: 1\n');
});

test('a service that was not asked in this time is told by its blocks and by what the person said', () => {
  const text = toText({ ...history, rounds: [] }, words, origin);
  expect(text).toContain('whatsapp: not checked\n  How: udp.timeout\n  calls since 2026-11-12 08:00 UTC');
});

test('how it fails is told of what fails, not of what works again', () => {
  const rounds = [round({ services: { whatsapp: { calls: 'clear', messages: 'reachable' } } })];
  const over = spell({ from: START - 2 * DAY, to: START, seenAt: START - DAY });
  expect(toText({ ...history, rounds, spells: [over] }, words, origin)).not.toContain('How:');
  expect(toText({ ...history, rounds, spells: [spell()] }, words, origin)).toContain('How: udp.timeout');
});

test('a block that is not over has lasted as long as it was seen', () => {
  const [facts] = factsOf({ ...history, spells: [spell({ seenAt: START + 2 * DAY })] });
  expect(facts?.services[0]?.spells).toHaveLength(1);
  expect(toText({ ...history, spells: [spell({ seenAt: START + 2 * DAY })] }, words, origin)).toContain('(2 days)');
});

test('a block that is over has lasted as long as it was seen: the check that saw calls work may come months later', () => {
  const over = (seenAt: number) =>
    toText({ ...history, spells: [spell({ to: START + 90 * DAY, seenAt })] }, words, origin);
  expect(over(START + 2 * DAY)).toContain('(2 days)');
  expect(over(START + 2 * DAY)).not.toContain('(90 days)');
  expect(over(START + 999 * DAY)).toContain('(90 days)');
  expect(over(0)).toContain('(0 days)');
});

test('what is wrong comes first, and the last round decides', () => {
  const services = (calls: 'clear' | 'unreachable' | 'impaired') => ({ x: { calls, messages: 'reachable' as const } });
  const rounds = [
    round({ at: START + 1, services: services('clear') }),
    round({ at: START, services: services('unreachable') }),
  ];
  expect(factsOf({ ...history, rounds, spells: [] })[0]?.services[0]?.last).toMatchObject({
    calls: 'clear',
    at: START + 1,
  });
  const mixed = round({
    services: {
      a: { calls: 'clear', messages: 'reachable' },
      b: { calls: 'impaired', messages: 'reachable' },
      c: { calls: 'unreachable', messages: 'likely-blocked' },
    },
  });
  expect(factsOf({ ...history, rounds: [mixed], spells: [], words: [] })[0]?.services.map(({ id }) => id)).toEqual([
    'c',
    'b',
    'a',
  ]);
});

test('no key of a network gets into the report', () => {
  fc.assert(fc.property(anyHistory, (any) => !toText(any, words, origin).includes(HOME)));
});
