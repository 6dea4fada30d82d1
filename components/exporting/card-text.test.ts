import { expect, test, vi } from 'vitest';
import { factsOf } from '../../core/history/export/facts.ts';
import { history, home, NOW, round, START, spell } from '../../core/history/export/testing.ts';
import type { RoundRecord, SpellRecord } from '../../core/history/records.ts';
import { cardText } from './card-text.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const DAY = 86_400_000;
const blocked = { calls: 'likely-blocked', messages: 'reachable' } as const;
const clear = { calls: 'clear', messages: 'reachable' } as const;

function card(rounds: readonly RoundRecord[], spells: readonly SpellRecord[]) {
  const [facts] = factsOf({ ...history, networks: [home], rounds, spells, words: [] });
  const text = facts && cardText(facts, { now: NOW, version: '0.1.0' }, null);
  return text ?? expect.fail('no card');
}

test('The picture says since when what is blocked now has been so', () => {
  const { since, rows } = card(
    [round({ at: START + DAY, services: { whatsapp: blocked } })],
    [spell({ seenAt: START + DAY })],
  );
  expect(since).toBe('Likely blocked since Nov 12, 2026');
  expect(rows.map(({ words, names }) => [words, names])).toEqual([['Calls likely blocked', 'WhatsApp']]);
});

test('A service that is no longer asked is neither blocked now nor in a row of now', () => {
  const before = round({ at: START, services: { whatsapp: blocked, signal: clear } });
  const last = round({ at: START + DAY, state: 'clear', services: { signal: clear } });
  const { since, rows } = card([before, last], [spell({ seenAt: START })]);
  expect(since).toBe('');
  expect(rows.map(({ names }) => names)).toEqual(['Signal']);
});

test('A block that no round has seen for a month is none of now', () => {
  const services = { whatsapp: { calls: 'insufficient', messages: 'reachable' } } as const;
  const last = round({ at: START + 40 * DAY, state: 'clear', services });
  expect(card([last], [spell({ seenAt: START + 11 * DAY })]).since).toBe('Likely blocked since Nov 12, 2026');
  expect(card([last], [spell({ seenAt: START + 9 * DAY })]).since).toBe('');
});
