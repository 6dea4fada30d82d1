import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { services } from '../../core/catalogue/files.ts';
import { DEMOTE_DAYS, OUTAGE_DAYS, RETIRE_DAYS, VOUCH_DAYS } from '../../core/catalogue/health.ts';
import { CONFIDENCES, COVERED, FACT_KINDS } from '../../core/facts/fact.ts';
import { FEED_PROBLEMS, MAX_FEED_BYTES } from '../../core/feed/feed.ts';
import { RULE_IDS } from '../../core/verdict/rules.ts';
import { GROUNDS } from '../../core/verdict/vote.ts';
import { manifest } from '../../platform/manifest.ts';
import { OLDEST } from '../../platform/oldest.ts';
import { ROOT } from '../build/output.ts';
import { PATIENCE } from '../catalogue/health/ask/heard.ts';
import { BOUNDS } from '../test/sizes.ts';

/** Numbers and words of the pages are those of the code. */

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one);
const inWords = (count: number): string => (count === 12 ? 'twelve' : String(count));

describe('README.md', () => {
  const page = read('README.md');

  test('counts services and languages', () => {
    const all = services();
    expect(page).toContain(
      `${all.length} services, ${inWords(all.filter(({ isDefault }) => isDefault).length)} of them by default`,
    );
    expect(page).toContain(`in ${inWords(readdirSync(join(ROOT, 'locales')).length)} languages`);
  });

  test('names the oldest browsers', () => {
    expect(page).toContain(`Chromium** (${OLDEST.chrome} or newer)`);
    expect(page).toContain(`**Firefox** (${OLDEST.firefox} or newer`);
    expect(page).toContain(`**Firefox for Android** (${OLDEST.firefox} or newer)`);
  });

  test.each(['chrome', 'firefox'])('explains each permission that the manifest for %s has', (browser) => {
    const made = manifest({ browser, command: 'build', mode: 'production', manifestVersion: 3 });
    const asked = [...(made.permissions ?? []), ...(made.optional_permissions ?? [])];
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    expect(asked.filter((one) => !rows.some((row) => row.includes(`\`${one}\``)))).toEqual([]);
  });
});

test('docs/updates.md says all that can be wrong with a file, and nothing else', () => {
  const page = read('docs/updates.md');
  expect(matches(page, /^\| `([a-z-]+)` \|/gm).sort()).toEqual([...FEED_PROBLEMS].sort());
  expect(page).toContain(`at most ${MAX_FEED_BYTES.toLocaleString('en')} bytes`);
});

test('docs/catalogue-health.md tells how long things hold, and when questions are sent', () => {
  const page = read('docs/catalogue-health.md');
  expect(page).toContain(`| it answered within ${VOUCH_DAYS} days |`);
  expect(page).toContain(`| silent everywhere for ${DEMOTE_DAYS} days, `);
  expect(page).toContain(`| for ${RETIRE_DAYS} days |`);
  expect(page).toContain(
    `sent at ${new Intl.ListFormat('en-GB').format(PATIENCE.sendAt.map((ms) => `${ms / 1000}`))} s`,
  );
});

describe('docs/method.md', () => {
  const page = read('docs/method.md');

  test('tells by which ground silence counts, and for how many days', () => {
    const counting = GROUNDS.filter((ground) => !['unearned', 'demoted', 'retired'].includes(ground));
    expect(matches(page, /^ +\| `([a-z]+)` \|/gm)).toEqual([...counting]);
    expect(page).toContain(`answered this installation within ${VOUCH_DAYS} days`);
    expect(page).toContain(`found silent for ${DEMOTE_DAYS} days, asked at least every two weeks, is **demoted**`);
    expect(page).toContain(`After ${RETIRE_DAYS} days it is\n   **retired**`);
    expect(page).toContain(`silent within ${OUTAGE_DAYS} days, none has heard`);
  });

  test('names rules that there are', () => {
    const ids: readonly string[] = RULE_IDS;
    expect(matches(page, /`((?:calls|messages|network)\.[a-z-]+)`/g).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

test('docs/facts.md names each kind, what is covered, and how sure it is', () => {
  const page = read('docs/facts.md');
  const missing = [...FACT_KINDS, ...COVERED, ...CONFIDENCES].filter((word) => !page.includes(`\`${word}\``));
  expect(missing).toEqual([]);
});

test('docs/architecture.md has the bounds of scripts', () => {
  const [, names = '', bounds = ''] =
    /^\| script, gzip: ([^|]+) \| ([^|]+) kB \|/m.exec(read('docs/architecture.md')) ?? [];
  expect(names.split(' / ')).toHaveLength(BOUNDS.length);
  expect(bounds.split(' / ').map(Number)).toEqual(BOUNDS.map(({ most }) => most));
});
