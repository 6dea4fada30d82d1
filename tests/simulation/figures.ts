import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Numbers, redrawAll } from './numbers.ts';
import { pictures } from './pictures.ts';
import { jobs, toPoints } from './points.ts';
import { shareWork } from './share-work.ts';
import { tables, withTables } from './tables.ts';

/**
 * `npm run figures`: simulates all points with fixed seeds, keeps the numbers, draws the pictures and writes the tables of `docs/method.md`.
 *
 *     --runs N     stories a point; 2 000 unless said
 *     --draw       only draw and write what was counted before
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, draw: { type: 'boolean', default: false } },
});

const DATA = join(import.meta.dirname, 'figures.json');
const DOCS = join(import.meta.dirname, '../../docs');
const REDRAWN_ROUNDS = 100_000;

const numbers = values.draw ? (JSON.parse(readFileSync(DATA, 'utf8')) as Numbers) : await count(Number(values.runs));
for (const [name, picture] of Object.entries(pictures(numbers))) {
  writeFileSync(join(DOCS, 'pictures', `${name}.svg`), picture);
}
const page = join(DOCS, 'method.md');
writeFileSync(page, withTables(readFileSync(page, 'utf8'), tables(numbers)));

async function count(runs: number): Promise<Numbers> {
  const work = jobs(runs);
  const done = await shareWork(work, (ended) => {
    process.stderr.write(`\r${ended} of ${work.length} parts`);
  });
  process.stderr.write('\n');
  const counted = { runs, points: toPoints(done), redrawn: redrawAll(REDRAWN_ROUNDS) };
  writeFileSync(DATA, `${JSON.stringify(counted, null, 1)}\n`);
  return counted;
}
