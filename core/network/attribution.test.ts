import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DB_IP, LICENCE, SOURCES } from './attribution.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const packages = ['asn/DBIP-LICENSE', 'asn/NRO_LICENSE', 'asn/ROUTEVIEWS-LICENSE'].map((file) =>
  read(`node_modules/@ip-location-db/${file}`),
);

test('Every licence in the package is the one that is named', () => {
  for (const text of packages) expect(text).toContain('Creative Commons Attribution 4.0 International License');
  expect(LICENCE.link).toBe('https://creativecommons.org/licenses/by/4.0/');
});

test('DB-IP is linked in its own words', () => {
  expect(packages[0]).toContain(`<a href='${DB_IP.link}'>${DB_IP.notice}</a>`);
});

describe('everyone is named', () => {
  test.each(['public/operators.LICENSE.txt', 'docs/networks.md'])('in %s', (file) => {
    const text = read(file);
    for (const { name, link } of [...SOURCES, LICENCE]) {
      expect(text).toContain(link);
      if (name !== LICENCE.name) expect(text).toContain(name);
    }
  });
});
