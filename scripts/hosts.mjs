/**
 * Prints a Markdown table of every host that the extension may contact, from the catalogue.
 *
 *     node scripts/hosts.mjs           print it
 *     node scripts/hosts.mjs --write   put it into docs/privacy.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controls, doh, services } from '../core/catalogue/files.ts';
import { contacts, hostsTable, withHostsTable } from '../core/catalogue/hosts.ts';
import { feedSource } from '../core/feed/source-file.ts';

const { mirrors } = feedSource();
const table = hostsTable(contacts({ services: services(), controls: controls(), doh: doh(), mirrors }));

if (process.argv.includes('--write')) {
  const page = join(import.meta.dirname, '..', 'docs', 'privacy.md');
  writeFileSync(page, withHostsTable(readFileSync(page, 'utf8'), table));
} else {
  console.log(table);
}
