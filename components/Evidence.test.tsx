import { expect, test, vi } from 'vitest';
import type { ServiceAssessment } from '../core/verdict/snapshot.ts';
import { Evidence } from './Evidence.tsx';
import type { RowContext } from './rows.ts';
import { show } from './testing-page.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('./testing-page.ts')).i18n }));

const NOW = Date.UTC(2026, 10, 22, 12);
const CONTEXT: RowContext = { works: null, isConfirming: false, now: NOW, said: {}, onSay: async () => true };
const judged = { rounds: 1, failing: 1, since: NOW };

async function headings(calls: ServiceAssessment['calls'], messages: ServiceAssessment['messages']): Promise<string[]> {
  const page = await show(<Evidence assessment={{ id: 'demo', calls, messages, evidence: [] }} context={CONTEXT} />);
  return [...page.querySelectorAll('h3')].map(({ textContent }) => textContent ?? '');
}

test('Calls and messages have a heading each', async () => {
  const [calls, messages] = await headings(
    { ...judged, state: 'unreachable', rule: 'calls.unreachable' },
    { ...judged, state: 'likely-blocked', rule: 'messages.silent' },
  );
  expect([calls, messages]).toEqual(['Service blocked here', 'Messages likely blocked']);
});

test('An outage is said once: it is one of the whole service', async () => {
  const said = await headings(
    { ...judged, state: 'down', rule: 'calls.down' },
    { ...judged, state: 'down', rule: 'messages.down' },
  );
  expect(said.filter((heading) => heading === 'Service outage')).toHaveLength(1);
});
