import { expect, test, vi } from 'vitest';
import { REFUSALS } from '../../core/history/import.ts';
import { after, show } from '../testing-page.ts';
import { type Imported, ImportPanel } from './ImportPanel.tsx';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const none = { networks: 0, rounds: 0, raw: 0, days: 0, spells: 0, words: 0, calls: 0 };

async function said(onImport: () => Promise<Imported>): Promise<string | undefined> {
  const page = await show(<ImportPanel onImport={onImport} />);
  const input = page.querySelector('input');
  Object.defineProperty(input, 'files', { value: [new File([''], 'history.json')] });
  await after(() => input?.dispatchEvent(new Event('change', { bubbles: true })));
  return page.querySelector('[role=status]')?.textContent;
}

test('what was imported is counted', async () => {
  expect(
    await said(async () => ({ written: { ...none, networks: 2, rounds: 412, raw: 3 }, skipped: 1, noRoom: 0 })),
  ).toBe('Imported: 2 networks, 412 rounds, and the single answers of 3 rounds. 1 damaged record was left out.');
});

test('a file that brings nothing new says so', async () => {
  expect(await said(async () => ({ written: none, skipped: 0, noRoom: 0 }))).toBe(
    'Nothing new. All of it is here already.',
  );
});

test('what found no room is counted, and not called damaged, nor here already', async () => {
  expect(await said(async () => ({ written: { ...none, rounds: 3 }, skipped: 0, noRoom: 2 }))).toBe(
    'Imported: 3 rounds. 2 records were left out: the history is full.',
  );
  expect(await said(async () => ({ written: none, skipped: 0, noRoom: 1 }))).toBe(
    '1 record was left out: the history is full.',
  );
});

test.each(REFUSALS)('refused because %s: the reason in words, and that nothing was imported', async (refusal) => {
  expect(await said(async () => ({ refusal }))).toMatch(/^.{20,}\. Nothing was imported\.$/);
});

test('a failure of the import itself is told too', async () => {
  expect(await said(() => Promise.reject(new Error('gone')))).toContain('could not be written');
});
