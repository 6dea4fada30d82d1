import { describe, expect, test } from 'vitest';
import type { CheckDocument } from './document.ts';
import { toTable } from './table.ts';
import type { Words } from './words.ts';

const words: Words = (key, ...pieces) => [key, ...pieces].join(' ');
const SERVICES = [
  { id: 'whatsapp', name: 'WhatsApp' },
  { id: 'skype', name: 'Skype', successor: 'whatsapp' },
];

const verdict = <State extends string>(state: State, rounds = 3) => ({ state, rule: 'some.rule', rounds });

const DOCUMENT: CheckDocument = {
  schemaVersion: 1,
  takenAt: '2026-11-21T12:00:00.000Z',
  durationMs: 2000,
  firstWordMs: 400,
  rounds: 3,
  where: null,
  network: verdict('some-blocked'),
  services: [
    {
      id: 'whatsapp',
      calls: { ...verdict('likely-blocked'), mechanism: 'udp.timeout' },
      messages: verdict('reachable'),
    },
    { id: 'skype', calls: verdict('retired', 0), messages: verdict('insufficient', 0) },
  ],
  eachRound: [],
  controls: [{ kind: 'stun', asked: 5, answered: 4, operators: 3 }],
  observations: [],
};

describe('the table', () => {
  const lines = toTable(DOCUMENT, SERVICES, words).split('\n');

  test('begins with the network', () => {
    expect(lines[1]).toBe('network.some-blocked. rule.some.rule 3 rounds');
    expect(lines[2]).toBe('Controls: stun 4 of 5.');
  });

  test('has a row for each service, with how sure and how it fails', () => {
    expect(lines.find((line) => line.includes('WhatsApp'))).toMatch(
      /^ {2}WhatsApp {3}✓ messages\.reachable {6}✕ calls\.likely-blocked {5}3 rounds; mechanism\.udp\.timeout$/,
    );
  });

  test('names the successor of a service that is gone', () => {
    expect(lines.find((line) => line.includes('Skype'))).toContain('– calls.retired WhatsApp');
  });

  test('explains the signs that it uses, and no others', () => {
    const legend = lines.slice(lines.findLastIndex((line) => line.includes('Skype')) + 2).map((line) => line.trim()[0]);
    expect(legend.filter(Boolean)).toEqual(['✓', '✕', '?', '–']);
  });

  test('says so when this machine has no internet', () => {
    const silent = { ...DOCUMENT, controls: [{ kind: 'stun', asked: 5, answered: 0, operators: 0 }] } as const;
    expect(toTable(silent, SERVICES, words)).toContain('This machine has no internet');
    expect(toTable(DOCUMENT, SERVICES, words)).not.toContain('This machine has no internet');
  });
});
