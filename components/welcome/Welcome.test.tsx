import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { after, find, show, tick } from '../testing-page.ts';
import type { WelcomeActions, WelcomeModel } from './model.ts';
import { Welcome } from './Welcome.tsx';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const NOTHING = { hosts: [], services: [], controls: false, updates: false };

function made(change: Partial<WelcomeModel> = {}) {
  const choices = signal({
    services: ['whatsapp', 'signal'] as readonly string[],
    automatic: true,
    intervalMinutes: 45,
  });
  const model: WelcomeModel = {
    snapshot: signal(null),
    place: signal(null),
    progress: signal(null),
    checking: signal(false),
    agreed: signal(false),
    selection: signal([]),
    newHosts: signal(NOTHING),
    explain: signal(new Set()),
    failure: signal(null),
    now: signal(0),
    connection: null,
    explainHosts: [],
    choices,
    suggested: ['whatsapp', 'signal'],
    isGuess: true,
    mirrors: signal([]),
    notifications: signal(false),
    locked: signal([]),
    reportsTo: null,
    toolbar: 'chromium',
    ...change,
  };
  const actions = {
    choose: vi.fn((change: object) => {
      choices.value = { ...choices.peek(), ...change };
    }),
    agree: vi.fn(),
    notify: vi.fn(async () => false),
    check: vi.fn(),
  };
  return { model, actions, page: () => show(<Welcome model={model} actions={actions as unknown as WelcomeActions} />) };
}

const press = (button: HTMLElement) => after(() => button.click());

let welcome: ReturnType<typeof made>;
beforeEach(() => {
  welcome = made();
});

describe('before agreeing', () => {
  test('what is suggested is chosen, and said to be a guess that nobody was asked for', async () => {
    const page = await welcome.page();
    const first = page.querySelector('.picks')?.textContent;
    expect(first).toBe('SignalWhatsApp');
    expect(page.textContent).toContain('Chosen from this browser’s language and time zone');
    expect(page.textContent).toContain('2 services chosen');
  });

  test('what was chosen earlier is not said to be a guess', async () => {
    welcome = made({ isGuess: false });
    expect((await welcome.page()).textContent).not.toContain('Chosen from this browser’s');
  });

  test('a service that is added brings its addresses', async () => {
    const page = await welcome.page();
    expect(page.querySelector('.contacts')?.textContent).not.toContain('zoom.us');
    await tick(find<HTMLInputElement>(page, '.pick input', 'Zoom'));
    expect(welcome.actions.choose).toHaveBeenCalledWith({ services: ['whatsapp', 'signal', 'zoom'] });
    expect(page.querySelector('.contacts')?.textContent).toContain('zoom.us');
    expect(page.textContent).toContain('Zoom, only after it has failed here');
  });

  test('where newer lists of servers are fetched is said, where they are wanted', async () => {
    expect((await welcome.page()).querySelector('.contacts')?.textContent).not.toContain('once a day');
    welcome = made({ mirrors: signal(['mirror.example']) });
    const page = await welcome.page();
    expect(page.querySelector('.contacts')?.textContent).toContain('A newer list of servers, once a daymirror.example');
    expect(page.textContent).toContain('Some of them only give newer lists of servers, at most once a day.');
  });

  test('one that has been shut down is not offered', async () => {
    expect((await welcome.page()).textContent).not.toContain('Skype');
  });

  test('a time between checks that an organisation or an earlier visit has chosen can be kept', async () => {
    const page = await welcome.page();
    const spans = [...page.querySelectorAll('option')].map(({ textContent }) => textContent);
    expect(spans).toEqual(['15 minutes', '30 minutes', '45 minutes', '1 hour', '3 hours', '6 hours', '12 hours']);
  });

  test('what is locked can’t be changed', async () => {
    welcome = made({ locked: signal(['services', 'automatic', 'intervalMinutes', 'notifications']) });
    const page = await welcome.page();
    const inputs = [...page.querySelectorAll<HTMLInputElement>('.pick input, .switch input, select')];
    expect(inputs.filter((input) => !input.disabled)).toEqual([]);
    expect(page.textContent.match(/Set by your organisation/g)).toHaveLength(4);
  });

  test('an organisation that has the states reported to it is among those who see', async () => {
    welcome = made({ reportsTo: 'collector.example' });
    expect((await welcome.page()).querySelector('.facts')?.textContent).toContain('reported to collector.example');
  });

  test('notifications that the browser refuses are told', async () => {
    const page = await welcome.page();
    await tick(find<HTMLInputElement>(page, '.switch input', 'Notifications'));
    expect(welcome.actions.notify).toHaveBeenCalledWith(true);
    expect(page.textContent).toContain('The browser does not allow notifications.');
  });

  test('a background that does not answer is told beside the button', async () => {
    const retry = vi.fn();
    welcome = made({ failure: signal({ retry }) });
    const page = await welcome.page();
    await press(find(page, '.agree .notice .button', 'Try again'));
    expect(retry).toHaveBeenCalledOnce();
  });

  test('one button agrees', async () => {
    const page = await welcome.page();
    await press(find(page, '.button-main', 'Agree and check'));
    expect(welcome.actions.agree).toHaveBeenCalledOnce();
  });
});

describe('where the button is', () => {
  test.for([
    ['chromium', 2, 'Press the pin beside Ringback.'],
    ['firefox', 3, 'Choose “Pin to Toolbar”.'],
    ['firefox-android', 3, 'Choose “Extensions”.'],
  ] as const)('is drawn and told in as many steps: %s', async ([toolbar, steps, words]) => {
    welcome = made({ agreed: signal(true), toolbar });
    const page = await welcome.page();
    expect(page.querySelectorAll('.pin ol li')).toHaveLength(steps);
    const numbers = [...page.querySelectorAll('.pin-number text')].map(({ textContent }) => textContent);
    expect(numbers.sort()).toEqual(['1', '2', '3'].slice(0, steps));
    expect(page.querySelector('.pin ol')?.textContent).toContain(words);
  });
});
