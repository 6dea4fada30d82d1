import { describe, expect, it } from 'vitest';
import { disagreements } from './agreement.ts';
import { matrixOf } from './matrix.ts';
import { outcome, played } from './testing.ts';
import { isLast, wordsOf } from './words.ts';

const truth = { services: { whatsapp: { calls: 'blocked' } }, others: { messages: 'out' } } as const;
const open = ['clear', 'reachable'] as const;

describe('what was said beside what is so', () => {
  const words = wordsOf([
    outcome([
      played(
        [
          { whatsapp: ['suspected', 'reachable'], meet: open },
          { whatsapp: ['likely-blocked', 'reachable'], meet: open },
        ],
        truth,
      ),
    ]),
  ]);
  const of = (kind: string) => words.filter((word) => word.kind === kind);

  it('has a word for each service, path and round', () => expect(words).toHaveLength(8));

  it('takes a service by name before the others, and what is left out for open', () => {
    expect(of('calls').map(({ service, truth }) => [service, truth])).toEqual([
      ['whatsapp', 'blocked'],
      ['meet', 'open'],
      ['whatsapp', 'blocked'],
      ['meet', 'open'],
    ]);
    expect(of('messages').map(({ truth }) => truth)).toEqual(['open', 'out', 'open', 'out']);
  });

  it('is counted by truth and state, after the last round or in all', () => {
    expect(matrixOf(of('calls').filter(isLast))).toEqual({ open: { clear: 1 }, blocked: { 'likely-blocked': 1 } });
    expect(matrixOf(of('calls'))).toEqual({ open: { clear: 2 }, blocked: { 'likely-blocked': 1, suspected: 1 } });
  });
});

describe('browsers', () => {
  it('agree when they ended in the same state, however they came there', () => {
    const words = wordsOf([
      outcome([played([{ meet: ['insufficient', 'reachable'] }, { meet: open }])]),
      outcome([played([{ meet: open }, { meet: open }])], { browser: 'firefox' }),
    ]);
    expect(disagreements(words)).toEqual([]);
  });

  it('disagree about one path of one service in one phase', () => {
    const words = wordsOf([
      outcome([played([{ meet: ['impaired', 'reachable'] }])]),
      outcome([played([{ meet: open }])], { browser: 'firefox' }),
    ]);
    expect(disagreements(words)).toEqual([
      {
        ...{ scenario: 'a-scenario', phase: 1, service: 'meet', kind: 'calls', truth: 'open' },
        said: { chromium: 'impaired', firefox: 'clear' },
      },
    ]);
  });
});
