import { expect, test } from 'vitest';
import type { Judgement, ServiceAssessment } from '../core/verdict/snapshot.ts';
import type { CallState, MessageState } from '../core/vocabulary.ts';
import { rowsOf } from './rows.ts';

const service = (id: string, calls: CallState): ServiceAssessment => ({
  id,
  calls: { state: calls } as Judgement<CallState>,
  messages: { state: 'reachable' } as Judgement<MessageState>,
  evidence: [],
});
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

const stored = { services: [service('a', 'clear'), service('b', 'likely-blocked'), service('c', 'clear')] };

test('what is wrong stands first, the rest keeps its order', () => {
  expect(ids(rowsOf(['a', 'b', 'c'], stored, null))).toEqual(['b', 'a', 'c']);
});

test('a running round replaces rows as it hears, and moves none', () => {
  const rows = rowsOf(['a', 'b', 'c'], stored, { services: [service('c', 'unreachable')] });
  expect(rows.map(({ id, assessment, pending }) => [id, assessment?.calls.state, pending])).toEqual([
    ['b', 'likely-blocked', true],
    ['a', 'clear', true],
    ['c', 'unreachable', false],
  ]);
});

test('a service without an answer has a row, and one that is no longer selected has none', () => {
  const rows = rowsOf(['a', 'new'], stored, null);
  expect(rows.find(({ id }) => id === 'new')?.assessment).toBeNull();
  expect(ids(rows)).not.toContain('b');
});
