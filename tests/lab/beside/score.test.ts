import { describe, expect, it } from 'vitest';
import type { Answer, ServiceClaims } from './claim.ts';
import { NOTHING } from './claim.ts';
import { scoreAll } from './score.ts';

const blocked = { says: 'blocked', mechanism: 'tls.reset' } as const;
const open = { says: 'open' } as const;

const answer = (
  truths: Answer['truths'],
  claims: Readonly<Record<string, ServiceClaims>>,
  more: Partial<Answer> = {},
): Answer => ({
  ...{ method: 'one-fetch', browser: 'chromium', scenario: 'a-scenario', seconds: 1, bytes: 1000, truths, claims },
  ...more,
});

describe('a method', () => {
  it('finds what is blocked, and misses what it says nothing of', () => {
    const truths = { meet: { calls: 'blocked', messages: 'blocked' }, zoom: { calls: 'blocked' } } as const;
    const [row] = scoreAll([answer(truths, { meet: { calls: NOTHING, messages: blocked } })]);
    expect(row?.calls).toMatchObject({ blocked: 2, found: 0, open: 0 });
    expect(row?.messages).toMatchObject({ blocked: 1, found: 1, open: 1, falseAlarms: 0 });
  });

  it('gives a false alarm on what is open; on what is poor, out or cut off it is counted apart', () => {
    const truths = { meet: {}, zoom: { calls: 'out', messages: 'out' }, teams: { calls: 'poor' } } as const;
    const all = { calls: blocked, messages: blocked };
    const [row] = scoreAll([answer(truths, { meet: all, zoom: all, teams: { calls: open, messages: open } })]);
    expect(row?.calls).toEqual({ blocked: 0, found: 0, open: 1, falseAlarms: 1, otherwise: 2, accused: 1 });
    expect(row?.messages).toEqual({ blocked: 0, found: 0, open: 2, falseAlarms: 1, otherwise: 1, accused: 1 });
  });

  it('names a mechanism of what it found, where there is a right name', () => {
    const truths = {
      meet: { calls: 'blocked', by: ['tls.reset'] },
      zoom: { calls: 'blocked', by: ['tcp.reset'] },
      teams: { calls: 'blocked' },
    } as const;
    const said = { calls: blocked, messages: open };
    const [row] = scoreAll([answer(truths, { meet: said, zoom: said, teams: said })]);
    expect(row?.named).toEqual({ right: 1, of: 2 });
  });

  it('has a row for each browser, Ringback first', () => {
    const rows = scoreAll([
      answer({}, {}, { browser: 'firefox', seconds: 3 }),
      answer({}, {}, { seconds: 1 }),
      answer({}, {}, { seconds: 2 }),
      answer({}, {}, { method: 'ringback' }),
    ]);
    expect(rows.map(({ method, browser, runs, seconds }) => [method, browser, runs, seconds])).toEqual([
      ['ringback', 'chromium', 1, 1],
      ['one-fetch', 'chromium', 2, 1.5],
      ['one-fetch', 'firefox', 1, 3],
    ]);
  });
});
