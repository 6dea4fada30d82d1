import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../platform/settings.ts';
import { after, choose, find, show, tick } from '../testing-page.ts';
import type { Diagnosis } from './diagnosis.ts';
import { linesOf } from './diagnosis.ts';
import type { OptionsActions, OptionsModel, Part } from './model.ts';
import { Options } from './Options.tsx';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));
vi.stubGlobal('scrollTo', () => {});

let chosen: Partial<Settings>[];
beforeEach(() => {
  chosen = [];
});

const actions = (own: Partial<OptionsActions> = {}): OptionsActions => ({
  ask: () => {},
  choose: (change) => void chosen.push(change),
  chooseAgreeing: (change) => void chosen.push(change),
  allowNotifications: async () => true,
  allowExplain: async () => true,
  giveExplainBack: async () => true,
  historySize: async () => ({ networks: 2, rounds: 412, spells: 0, words: 1, calls: 0 }),
  historyDeletion: {
    losses: async () => ({ networks: 2, rounds: 412, spells: 0, words: 1, calls: 0 }),
    forget: async () => {},
  },
  forgetEverything: async () => true,
  saveFile: () => {},
  readFile: async () => ({ refusal: 'damaged' }),
  diagnose: () => new Promise(() => {}),
  deleteComplaints: () => {},
  copy: async () => {},
  ...own,
});

const model = (part: Part, settings: Partial<Settings> = {}, own: Partial<OptionsModel> = {}): OptionsModel => ({
  part: signal(part),
  settings: signal({ ...DEFAULT_SETTINGS, ...settings }),
  organisation: signal({ locked: [], reportsTo: null }),
  mayContact: signal(() => true),
  mayNotify: signal(true),
  explain: signal(false),
  explainHosts: ['web.example'],
  background: signal('answers' as const),
  isBack: signal(false),
  failure: signal(null),
  complaints: signal([]),
  ...own,
});

describe('checks', () => {
  test('say what they cost, and that a calm network costs less', async () => {
    const page = await show(<Options model={model('checks')} actions={actions()} />);
    expect(page.textContent).toContain('About 2.4 MB a day at most');
    expect(page.textContent).toContain('gets checked less');
    await choose(page.querySelector('select') as Element, 'Every 5 minutes');
    expect(chosen).toEqual([{ intervalMinutes: 5 }]);
  });

  test('show values that were set elsewhere and are none of those offered', async () => {
    const page = await show(
      <Options model={model('checks', { intervalMinutes: 45, confirmations: 6 })} actions={actions()} />,
    );
    expect(find(page, 'option', 'Every 45 minutes').hasAttribute('selected')).toBe(true);
    expect(find(page, 'input', 'Up to 6 more checks').hasAttribute('checked')).toBe(true);
  });

  test('by hand only need no interval', async () => {
    const page = await show(<Options model={model('checks', { automatic: false })} actions={actions()} />);
    expect(page.querySelector('select')).toBeNull();
  });
});

describe('notifications', () => {
  const on = { notifications: true };

  test('that the browser refuses are said to be, and stay off', async () => {
    const page = await show(
      <Options
        model={model('notifications', {}, { mayNotify: signal(false) })}
        actions={actions({ allowNotifications: async () => false })}
      />,
    );
    const control = find<HTMLInputElement>(page, 'input', 'Notifications');
    await tick(control);
    expect(page.textContent).toContain('The browser does not allow notifications.');
    expect(control.checked).toBe(false);
  });

  test('that are chosen without the permission show as off', async () => {
    const page = await show(
      <Options model={model('notifications', on, { mayNotify: signal(false) })} actions={actions()} />,
    );
    expect(find(page, 'input', 'Notifications').getAttribute('aria-checked')).toBe('false');
  });

  test('have quiet hours from evening until morning, unless others are chosen', async () => {
    const page = await show(<Options model={model('notifications', on)} actions={actions()} />);
    await tick(find(page, 'input', 'Quiet hours'));
    expect(chosen).toEqual([{ quietHours: [22 * 60, 7 * 60] }]);
  });

  test('say that equal times make no hour quiet', async () => {
    const page = await show(
      <Options model={model('notifications', { ...on, quietHours: [60, 60] })} actions={actions()} />,
    );
    expect(page.textContent).toContain('so no hour is quiet');
    const from = page.querySelector<HTMLInputElement>('input[type=time]');
    await after(() => {
      Object.assign(from ?? {}, { value: '' });
      from?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(chosen).toEqual([]);
  });
});

describe('what an organisation has set', () => {
  const PARTS: readonly [Part, keyof Settings][] = [
    ['services', 'services'],
    ['checks', 'automatic'],
    ['checks', 'intervalMinutes'],
    ['checks', 'metered'],
    ['checks', 'confirmations'],
    ['notifications', 'notifications'],
    ['notifications', 'notifyBlocked'],
    ['notifications', 'notifyWorks'],
    ['notifications', 'quietHours'],
    ['look', 'badge'],
    ['look', 'theme'],
    ['history', 'historyDays'],
  ];
  test.for(PARTS)('in %s is locked, and said to be: %s', async ([part, name]) => {
    const organisation = signal({ locked: [name], reportsTo: null });
    const page = await show(
      <Options model={model(part, { notifications: true }, { organisation })} actions={actions()} />,
    );
    expect(page.textContent).toContain('Set by your organisation');
    expect(page.querySelector(':disabled')).not.toBeNull();
  });

  test('every setting is offered in some part', () => {
    expect(PARTS.map(([, name]) => name).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });

  test('and where states go is named on every part', async () => {
    const organisation = signal({ locked: [], reportsTo: 'collector.example.org' });
    const page = await show(<Options model={model('look', {}, { organisation })} actions={actions()} />);
    expect(page.textContent).toContain('reported to collector.example.org');
  });
});

test('The history is counted, and a failure to read it is told', async () => {
  const page = await show(<Options model={model('history')} actions={actions()} />);
  await after(() => {});
  expect(page.textContent).toContain('2 address ranges, 412 rounds, and 1 word of your own');
  const historySize = () => Promise.reject(new Error('private window'));
  const other = await show(<Options model={model('history')} actions={actions({ historySize })} />);
  await after(() => {});
  expect(other.textContent).toContain('The history can’t be read');
});

test('The permission to explain is asked for, given back, and said to be refused', async () => {
  const explain = signal(false);
  const page = await show(
    <Options model={model('explain', {}, { explain })} actions={actions({ allowExplain: async () => false })} />,
  );
  await after(() => find(page, 'button', 'Allow').click());
  expect(page.textContent).toContain('Not granted. Everything else works as before.');
  explain.value = true;
  await after(() => {});
  await after(() => find(page, 'button', 'Give it back').click());
  expect(page.textContent).toContain('Permission given back.');
});

test.each(['off', 'none', 'hidden', 'open', 'unread'] as const)('Diagnostics have words for WebRTC: %s', (webRtc) => {
  const found: Diagnosis = {
    version: '1.0.0',
    browser: 'Browser',
    permissions: ['alarms'],
    hosts: 3,
    webRtc,
    storage: null,
    lastCheckAt: null,
    nextCheckAt: null,
  };
  const lines = new Map(linesOf(found, 'answers'));
  expect(lines.get('WebRTC here')).toMatch(/^[A-Z].+\.$/);
  expect(lines.get('Permissions')).toBe('alarms, 3 sites');
  expect(lines.get('Storage used')).toBe('can’t be read');
});
