/**
 * Prints a Markdown table of every endpoint, what its vote rests on and since when, from the catalogue and its health record.
 *
 *     node scripts/votes.mjs           print it
 *     node scripts/votes.mjs --write   put it into docs/method.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionOf } from '../core/catalogue/packed-file.ts';
import { votesTable, withVotesTable } from '../core/verdict/votes-table.ts';

const table = votesTable(editionOf());

if (process.argv.includes('--write')) {
  const page = join(import.meta.dirname, '..', 'docs', 'method.md');
  writeFileSync(page, withVotesTable(readFileSync(page, 'utf8'), table));
} else {
  console.log(table);
}
