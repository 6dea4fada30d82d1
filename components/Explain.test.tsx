import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { Explain } from './Explain.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import { show } from './testing-page.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('./testing-page.ts')).i18n }));

const HOSTS = ['new.example', 'old.example'];
const ALLOW = 'Allow and check again';
const GIVE_BACK = 'Give it back';

test.for<[string, readonly string[], readonly string[], readonly string[]]>([
  ['nothing is held: all hosts', [], [ALLOW], HOSTS],
  [
    'an update has named more: those alone, and the others can be given back',
    ['old.example'],
    [GIVE_BACK, ALLOW],
    ['new.example'],
  ],
  ['all are held: none', HOSTS, [GIVE_BACK], []],
])('What is asked for where %s', async ([, held, buttons, asked]) => {
  const model = { explain: signal(new Set(held)), explainHosts: HOSTS } as unknown as PopupModel;
  const page = await show(<Explain model={model} actions={{} as PopupActions} needed />);
  const texts = (selector: string) => [...page.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(texts('button')).toEqual(buttons);
  expect(texts('.hosts li')).toEqual(asked);
});
