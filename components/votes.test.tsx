import { describe, expect, test, vi } from 'vitest';
import type { EndpointEvidence, ServiceAssessment } from '../core/verdict/snapshot.ts';
import { observe } from '../core/verdict/testing.ts';
import type { Vote } from '../core/verdict/vote.ts';
import { serviceReason } from './reason.ts';
import { ServerLine } from './ServerLine.tsx';
import { show } from './testing-page.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('./testing-page.ts')).i18n }));

const NOW = Date.UTC(2026, 10, 22, 12);
const URL = 'turn:relay.example:3478?transport=udp';

const silent = (vote: EndpointEvidence['vote'], why: Partial<Vote> = {}): EndpointEvidence => ({
  url: URL,
  role: 'media',
  vote,
  ...why,
  observation: observe(URL, 'silent', NOW),
});
const line = async (endpoint: EndpointEvidence): Promise<string> =>
  (await show(<ServerLine endpoint={endpoint} now={NOW} />)).textContent ?? '';

describe('a server that was silent', () => {
  test.for<[string, EndpointEvidence]>([
    ['silence counts · documented, Oct 2026', silent('counted', { ground: 'document', date: '2026-10' })],
    [
      'silence counts · heard from an open network on Nov 15, 2026',
      silent('counted', { ground: 'record', date: '2026-11-15' }),
    ],
    ['silence counts · the same machine answers in another way', silent('counted', { ground: 'host' })],
    ['silence not counted · no answer in the health record', silent('unearned', { ground: 'unearned' })],
    [
      'silence not counted · last heard from an open network on May 3, 2026',
      silent('unearned', { ground: 'unearned', date: '2026-05-03' }),
    ],
    [
      'silence not counted · silent everywhere since Sep 1, 2026',
      silent('unearned', { ground: 'demoted', date: '2026-09-01' }),
    ],
  ])('says whether that counts, and why: %s', async ([words, endpoint]) => {
    expect(await line(endpoint)).toContain(words);
  });

  test('that answered here before says when, and no more', async () => {
    const endpoint = { ...silent('counted', { ground: 'here', date: '2026-11-22' }), lastAnswered: NOW - 60_000 };
    expect(await line(endpoint)).toMatch(/silence counts · last answered [^·]+ · timeout$/);
  });

  test('of an older record says as much as that knew', async () => {
    expect(await line(silent('unearned'))).toMatch(/silence not counted · timeout$/);
  });
});

test('A server that is no longer asked says so, and since when nobody hears it', async () => {
  const { observation: _, ...unasked } = silent('unearned', { ground: 'retired', date: '2026-07-01' });
  expect(await line(unasked)).toContain('no longer asked: silent everywhere since Jul 1, 2026');
});

describe('the reason of a judgement', () => {
  const judged = { rounds: 1, failing: 0, since: NOW };
  const assessed = (
    evidence: readonly EndpointEvidence[],
    more: Partial<ServiceAssessment> = {},
  ): ServiceAssessment => ({
    id: 'demo',
    calls: { ...judged, state: 'insufficient', rule: 'calls.unearned' },
    messages: { ...judged, state: 'reachable', rule: 'messages.answered' },
    evidence,
    ...more,
  });
  const last = (text: string) => text.slice(text.indexOf('not counted.') + 'not counted. '.length);

  test.for<[string, Partial<Vote>[]]>([
    ['The health record knows of no answer.', [{ ground: 'unearned' }, { ground: 'unearned' }]],
    [
      'Last heard from an open network: Jun 9, 2026.',
      [{ ground: 'unearned', date: '2026-05-03' }, { ground: 'unearned', date: '2026-06-09' }, { ground: 'demoted' }],
    ],
    [
      'By the health record there has been silence everywhere since Oct 2, 2026.',
      [
        { ground: 'demoted', date: '2026-09-01' },
        { ground: 'demoted', date: '2026-10-02' },
      ],
    ],
    ['', [{}]],
  ])('without a vote says what the record knows: %s', ([words, grounds]) => {
    const evidence = grounds.map((ground) => silent('unearned', ground));
    expect(last(serviceReason(assessed(evidence), 'calls'))).toBe(words);
    expect(serviceReason(assessed(evidence), 'messages')).toBe('Its servers answer here.');
  });

  test('of an outage by the record says how many places could not reach it, and when', () => {
    const down = assessed([], {
      calls: { ...judged, state: 'down', rule: 'calls.down-everywhere' },
      messages: { ...judged, state: 'down', rule: 'messages.down-everywhere' },
      silentEverywhere: { places: 2, date: '2026-11-20' },
    });
    expect(serviceReason(down, 'calls')).toMatch(/ 2 places could not reach it on Nov 20, 2026\.$/);
    expect(serviceReason(down, 'messages')).toMatch(/by the health record they do not elsewhere\.$/);
  });
});
