import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { Snapshot } from '../core/verdict/snapshot.ts';
import { snapshot as taken } from '../core/verdict/testing-snapshot.ts';
import { after, show } from './testing-page.ts';
import { Verdict } from './Verdict.tsx';

vi.mock('#i18n', async () => ({ i18n: (await import('./testing-page.ts')).i18n }));

test('the heading keeps the focus from before the first check until its answer', async () => {
  const checking = signal(false);
  const snapshot = signal<Snapshot | null>(null);
  const View = () => <Verdict snapshot={snapshot.value} checking={checking.value} works={null} hints={[]} now={0} />;
  const page = await show(<View />);
  const heading = page.querySelector('h1');
  await after(() => {
    checking.value = true;
  });
  expect(page.querySelector('h1')).toBe(heading);
  await after(() => {
    snapshot.value = taken({});
  });
  expect(page.querySelector('h1')).toBe(heading);
});
