import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FEED_PROBLEMS } from '../../core/feed/feed.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../platform/settings.ts';
import { after, choose, find, show, tick } from '../testing-page.ts';
import type { Diagnosis } from './diagnosis.ts';
import { diagnosisText, linesOf } from './diagnosis.ts';
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
  allowOoni: async () => true,
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
  mirrors: ['one.example', 'two.example'],
  mayContact: signal(() => true),
  mayNotify: signal(true),
  explain: signal(new Set()),
  mayAskOoni: signal(false),
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
    ['checks', 'updates'],
    ['checks', 'opinionDaily'],
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
  const explain = signal<ReadonlySet<string>>(new Set());
  const page = await show(
    <Options model={model('explain', {}, { explain })} actions={actions({ allowExplain: async () => false })} />,
  );
  await after(() => find(page, 'button', 'Allow').click());
  expect(page.textContent).toContain('Not granted. Everything else works as before.');
  explain.value = new Set(['web.example']);
  await after(() => {});
  await after(() => find(page, 'button', 'Give it back').click());
  expect(page.textContent).toContain('Permission given back.');
});

test('Where an update has brought more hosts to explain, those alone are asked for, and the others can be given back', async () => {
  const explain = signal(new Set(['web.example']));
  const page = await show(
    <Options
      model={model('explain', {}, { explain, explainHosts: ['new.example', 'web.example'] })}
      actions={actions()}
    />,
  );
  expect([...page.querySelectorAll('.hosts li')].map((host) => host.textContent)).toEqual(['new.example']);
  expect(page.textContent).not.toContain('The permission is not granted');
  await after(() => find(page, 'button', 'Give it back').click());
  expect(page.textContent).toContain('Permission given back.');
  explain.value = new Set(['new.example', 'web.example']);
  await after(() => {});
  expect(page.querySelectorAll('.hosts li')).toHaveLength(2);
  expect(page.textContent).toContain('The permission is granted.');
});

describe('OONI once a day', () => {
  const daily = (mayAskOoni: boolean) => model('checks', { opinionDaily: true }, { mayAskOoni: signal(mayAskOoni) });
  const isOn = (page: Element) => find(page, 'input', 'Ask OONI once a day').getAttribute('aria-checked');

  test('is off where the permission is not held', async () => {
    expect(isOn(await show(<Options model={daily(false)} actions={actions()} />))).toBe('false');
    expect(isOn(await show(<Options model={daily(true)} actions={actions()} />))).toBe('true');
  });

  test('stays off, and says so, when the permission is refused', async () => {
    const page = await show(<Options model={model('checks')} actions={actions({ allowOoni: async () => false })} />);
    await tick(find(page, 'input', 'Ask OONI once a day'));
    expect(page.textContent).toContain('so this stays off');
    expect([isOn(page), chosen]).toEqual(['false', []]);
  });
});

const FOUND: Diagnosis = {
  version: '1.0.0',
  browser: 'Browser',
  permissions: ['alarms'],
  hosts: 3,
  webRtc: 'open',
  storage: null,
  list: null,
  feed: null,
  lastCheckAt: null,
  nextCheckAt: null,
};
const told = (found: Partial<Diagnosis>) => new Map(linesOf({ ...FOUND, ...found }, 'answers'));

test.each(['off', 'none', 'hidden', 'open', 'unread'] as const)('Diagnostics have words for WebRTC: %s', (webRtc) => {
  const lines = told({ webRtc });
  expect(lines.get('WebRTC here')).toMatch(/^[A-Z].+\.$/);
  expect(lines.get('Permissions')).toBe('alarms, 3 sites');
  expect(lines.get('Storage used')).toBe('can’t be read');
});

describe('Diagnostics of the list of servers', () => {
  const list = { serial: 4, issuedOn: '2026-11-20', isExpired: false, key: null, isOtherStored: false };
  const fetched = { ...list, key: 'first', expiresOn: '2027-02-18' };

  test.for<[what: string, list: Diagnosis['list'], words: string]>([
    ['the package’s', list, 'Edition 4 of Nov 20, 2026, which came with this version.'],
    [
      'a fetched one',
      fetched,
      'Edition 4 of Nov 20, 2026, fetched. Signed with the key “first”. Expires on Feb 18, 2027.',
    ],
    ['one that has expired', { ...fetched, isExpired: true }, 'Expired on Feb 18, 2027: its addresses still hold'],
    ['another that is stored and does not hold', { ...list, isOtherStored: true }, 'is stored and not used'],
    ['none that can be read', null, 'Can’t be read.'],
    ['a date that is none', { ...list, issuedOn: 'soon' }, 'Edition 4 of soon'],
  ])('name %s', ([, list, words]) => {
    expect(told({ list }).get('List of servers')).toContain(words);
  });

  test.each(FEED_PROBLEMS)('have words for a mirror’s file: %s', (problem) => {
    const feed = { triedAt: 0, tries: [{ mirror: 'https://one.example/feed.json', problem }] };
    expect(told({ feed }).get('List from one.example')).toMatch(/^[A-Z].+[.?]$/);
  });

  test('tell of a good file its edition, where it had one', () => {
    const tries = ['one', 'two'].map((name) => ({ mirror: `https://${name}.example/feed.json`, problem: null }));
    const lines = told({ feed: { triedAt: 0, tries: [{ ...tries[0], serial: 5 }, tries[1]] as typeof tries } });
    expect(lines.get('List from one.example')).toBe('Gave edition 5.');
    expect(lines.get('List from two.example')).toBe('Gave a good list.');
  });

  test('are in the text for a bug report', () => {
    const text = diagnosisText(linesOf({ ...FOUND, list }, 'answers'), []);
    expect(text).toContain('List of servers: Edition 4 of Nov 20, 2026');
  });
});

describe('newer lists of servers', () => {
  const press = (page: Element, words: string) => after(() => find(page, 'button', words).click());
  const switched = (page: Element) => find<HTMLInputElement>(page, 'input', 'Newer lists of servers');

  test('say where they are asked for, and how often', async () => {
    const page = await show(<Options model={model('checks')} actions={actions()} />);
    expect(page.textContent).toContain(
      'At most once a day, after a check, Ringback asks one of these, or the next if it fails, for a newer signed list of services and their servers: one.example and two.example.',
    );
  });

  test('are switched on at once where their hosts were agreed to', async () => {
    const page = await show(<Options model={model('checks', { updates: false })} actions={actions()} />);
    await tick(switched(page));
    expect(chosen).toEqual([{ updates: true }]);
  });

  describe('whose hosts were not agreed to', () => {
    const chooseAgreeing = vi.fn();
    const asked = async () => {
      chooseAgreeing.mockClear();
      const mayContact = signal((host: string) => host === 'one.example');
      const page = await show(
        <Options model={model('checks', { updates: false }, { mayContact })} actions={actions({ chooseAgreeing })} />,
      );
      await tick(switched(page));
      const hosts = [...page.querySelectorAll('.panel .hosts li')].map(({ textContent }) => textContent);
      expect(hosts).toEqual(['two.example']);
      return page;
    };

    test('stay off without a yes', async () => {
      const page = await asked();
      await press(page, 'Don’t');
      expect(page.querySelector('.panel')).toBeNull();
      expect([chosen, chooseAgreeing.mock.calls]).toEqual([[], []]);
    });

    test('are switched on with it', async () => {
      const page = await asked();
      await press(page, 'Agree and switch on');
      expect(chooseAgreeing.mock.calls).toEqual([[{ updates: true }, ['two.example']]]);
    });
  });
});
