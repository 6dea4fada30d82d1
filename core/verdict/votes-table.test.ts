import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HealthRecord } from '../catalogue/health.ts';
import type { Edition } from '../catalogue/packed.ts';
import { editionOf } from '../catalogue/packed-file.ts';
import { votesTable, withVotesTable } from './votes-table.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'method.md'), 'utf8');

test('docs/method.md has the table that catalogue and record make (node scripts/votes.mjs --write)', () => {
  expect(withVotesTable(page, votesTable(editionOf()))).toBe(page);
});

test('A page without a place for the table is left alone', () => {
  expect(() => withVotesTable('# Method', 'table')).toThrow('votes:begin');
});

const edition = (health: HealthRecord): Edition => ({
  serial: 1,
  issuedOn: '2026-11-01',
  services: [
    {
      id: 'demo',
      name: 'Demo',
      colour: '#000000',
      endpoints: {
        media: ['stun:a.example:1 v2026-10', 'stun:b.example:1', 'stun:c.example:1 v2026-10', 'stun:d.example:1'],
        signalling: ['wss://e.example/'],
      },
    },
  ],
  controls: [],
  doh: [],
  health,
});

test('Each endpoint is told with what its vote rests on, and what the record knows of it', () => {
  const asked = { asked: '2026-11-15', places: 2 };
  const endpoints = {
    'stun:b.example:1': { ...asked, answered: '2026-11-08', silentSince: '2026-11-15' },
    'stun:c.example:1': { ...asked, answered: '2026-10-01', silentSince: '2026-10-08' },
    'stun:d.example:1': { ...asked, silentSince: '2026-08-01' },
    'wss://e.example/': { ...asked, answered: '2026-11-15' },
  };
  expect(votesTable(edition({ updatedOn: '2026-11-15', endpoints })).split('\n')).toEqual([
    'Votes on the day of the health record, 2026-11-15:',
    '',
    '| Service | Role | Endpoint | Vote by | Date | In the record |',
    '| --- | --- | --- | --- | --- | --- |',
    '| Demo | media | `stun:a.example:1` | document | 2026-10 | not known |',
    '| Demo | media | `stun:b.example:1` | record | 2026-11-08 | silent since 2026-11-15 |',
    '| Demo | media | `stun:c.example:1` | | | demoted, silent since 2026-10-08 |',
    '| Demo | media | `stun:d.example:1` | | | retired, silent since 2026-08-01 |',
    '| Demo | signalling | `wss://e.example/` | | | answered on 2026-11-15 |',
  ]);
});

test('Without a record only documents give votes, and the page says so', () => {
  const table = votesTable(edition({ updatedOn: null, endpoints: {} }));
  expect(table).toContain('only documents speak');
  expect(table.match(/document/g)).toHaveLength(3);
});
