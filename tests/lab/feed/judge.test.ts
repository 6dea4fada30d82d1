import { describe, expect, it } from 'vitest';
import type { FeedProblem } from '../../../core/feed/feed.ts';
import { MIRROR_URLS, type Mirror, mirrorHost, mirrorUrl } from './hosts.ts';
import { type EditionExpectation, eachTells, editionDifferences } from './judge.ts';

const request = (mirror: Mirror, headers: Record<string, string> = {}) =>
  ({ at: 0, scheme: 'https', host: mirrorHost(mirror), method: 'GET', path: '/feed.json', headers }) as const;

const look = (...tries: readonly (readonly [Mirror, FeedProblem | null])[]) => ({
  edition: null,
  feed: { triedAt: 1, tries: tries.map(([mirror, problem]) => ({ mirror: mirrorUrl(mirror), problem })) },
});

const judge = (seen: ReturnType<typeof look>, wanted: Partial<EditionExpectation>, ...asked: readonly Mirror[]) =>
  editionDifferences(
    seen,
    { serial: null, tries: eachTells(null), ...wanted },
    { log: { names: [], requests: asked.map((mirror) => request(mirror)) }, contacts: [] },
  );

describe('what came of looking for a newer edition', () => {
  it('is as expected when the first good mirror ended it, whichever that was', () => {
    const tries = { a: 'unreachable', b: 'bad-signature', c: null } as const;
    expect(judge(look(['c', null]), { tries }, 'c')).toEqual([]);
    expect(judge(look(['b', 'bad-signature'], ['a', 'unreachable'], ['c', null]), { tries }, 'b', 'c')).toEqual([]);
  });

  it('is not when a mirror told something else, or one was left out', () => {
    const tries = eachTells('bad-signature');
    expect(judge(look(['a', 'bad-signature'], ['b', 'unknown-key']), { tries }, 'a', 'b')).toEqual([
      `${mirrorHost('b')}: unknown-key, not bad-signature`,
      `mirrors asked: ${mirrorHost('a')}, ${mirrorHost('b')}; the first good one should end it`,
    ]);
  });

  it('is not when another edition is kept, or a mirror was asked twice', () => {
    expect(judge(look(['a', null]), { serial: 2 }, 'a', 'a')).toEqual([
      'the edition that is kept: null, not 2',
      `${mirrorHost('a')} was asked 2 times`,
    ]);
  });

  it('is nothing where no mirror may be asked: no request, no packet and no name', () => {
    const none = { serial: null, tries: 'nobody' } as const;
    const quiet = { log: { names: [], requests: [] }, contacts: [] };
    const nobody = { edition: null, feed: null };
    expect(editionDifferences(nobody, none, quiet)).toEqual([]);
    expect(editionDifferences(nobody, none, { ...quiet, contacts: [{ host: mirrorHost('c') }] })).toEqual([
      `${mirrorHost('c')} was contacted`,
    ]);
    const names = [{ at: 0, name: mirrorHost('b'), type: 'A' }];
    expect(editionDifferences(nobody, none, { contacts: [], log: { names, requests: [] } })).toHaveLength(1);
  });

  it('is too much when a mirror is told who asks, or gives again what is here', () => {
    const log = { names: [], requests: [request('a', { cookie: 'lab=1' })] };
    const wanted = { serial: null, tries: eachTells(null), unchanged: true } as const;
    expect(editionDifferences(look(['a', null]), wanted, { log, contacts: [] })).toEqual([
      `${mirrorHost('a')} was told cookie: lab=1`,
      'a file that is here was fetched again',
    ]);
  });
});

it('knows three mirrors of the package', () => expect(MIRROR_URLS.length).toBeGreaterThanOrEqual(3));
