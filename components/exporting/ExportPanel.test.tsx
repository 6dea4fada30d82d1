import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Tariff } from '../../core/history/cost.ts';
import { HOME, history, NOTHING, NOW, OWN_NAMES, START, withOwn } from '../../core/history/export/testing.ts';
import { readDocument } from '../../core/history/import.ts';
import type { History } from '../../core/history/records.ts';
import { NO_SERVERS } from '../../core/own/server.ts';
import { nameOwnServers } from '../names.ts';
import { after, choose, find, show, tick } from '../testing-page.ts';
import { ExportPanel } from './ExportPanel.tsx';
import type { Download } from './files.ts';

vi.mock('#i18n', async () => ({ i18n: (await import('../testing-page.ts')).i18n }));

const saved: Download[] = [];
const onCopy = vi.fn(async (_: string) => {});
beforeEach(() => {
  saved.length = 0;
});

async function open(
  read: () => Promise<History> = async () => history,
  tariff: Tariff | null = null,
): Promise<HTMLElement> {
  let key = 0;
  const page = await show(
    <ExportPanel
      selection={{ from: START, to: NOW }}
      read={read}
      onSave={(download) => saved.push(download)}
      onCopy={onCopy}
      tariff={tariff}
      randomKey={() => `${++key}`.padStart(16, '0')}
      now={NOW}
      version="0.1.0"
    />,
  );
  await after(() => {});
  return page;
}
const pick = (page: Element, words: string) => tick(find(page, 'input', words));
const press = (page: Element, words: string) => after(() => find(page, 'button', words).click());
const contents = (page: Element) => [...page.querySelectorAll('.contents li')].map((line) => line.textContent);

test('it says what will be in it, and nothing is ticked', async () => {
  const page = await open();
  expect(contents(page)).toEqual([
    '2 networks, 10 rounds, 1 likely block, and 1 call that you tried.',
    expect.stringContaining('2026'),
    'Names that you gave: no.',
    'Country and operator: no.',
    'No address of yours.',
  ]);
  expect(page.querySelectorAll('input[type=checkbox][checked]')).toHaveLength(0);
});

test('the report is shown as it will be saved and copied', async () => {
  const page = await open();
  await pick(page, 'Country and operator');
  const text = page.querySelector('textarea')?.value ?? '';
  expect(text).toContain('Network: Maroc Telecom · Morocco · Wi-Fi');
  expect(text).toContain('WhatsApp: Calls likely blocked / Messages get through');
  expect(text).not.toContain('Home');
  await press(page, 'Download');
  expect(saved[0]?.name).toBe('ringback-2026-11-21.txt');
  expect(await saved[0]?.content.text()).toBe(text);
  await press(page, 'Copy');
  expect(onCopy).toHaveBeenCalledWith(text);
  expect(page.querySelector('[role=status]')?.textContent).toBe('Copied');
});

test('a clipboard that takes nothing is told', async () => {
  const page = await open();
  onCopy.mockRejectedValueOnce(new Error('denied'));
  await press(page, 'Copy');
  expect(page.querySelector('[role=status]')?.textContent).toBe('It could not be copied');
});

test('a name leaves when it is ticked', async () => {
  const page = await open();
  await pick(page, 'Table');
  await press(page, 'Download');
  await pick(page, 'Names that I gave');
  await press(page, 'Download');
  expect(contents(page)).toContain('Names that you gave: yes.');
  expect(saved.map(({ name }) => name)).toEqual(['ringback-2026-11-21.csv', 'ringback-2026-11-21.csv']);
  expect(await saved[0]?.content.text()).not.toContain('Home');
  expect(await saved[1]?.content.text()).toContain('Home');
});

test('JSON holds the lasting keys only with the names, and says so', async () => {
  const page = await open();
  await pick(page, 'Everything');
  await press(page, 'Download');
  expect(await saved[0]?.content.text()).not.toContain(HOME);
  await pick(page, 'Names of networks, and the keys');
  await pick(page, 'Country and operator');
  await pick(page, 'What each single server answered');
  expect(contents(page)).toContain('It can be told that it comes from the same browser as others of your files.');
  await press(page, 'Download');
  expect(readDocument((await saved[1]?.content.text()) ?? '', NOW)).toEqual({ history, ownServers: {}, skipped: 0 });
});

test('OONI’s format has no names to tick', async () => {
  const page = await open();
  await pick(page, 'OONI');
  expect(() => find(page, 'input', 'Names')).toThrow();
  expect(contents(page)[0]).toBe('1 network and 1 answer or silence of a server.');
  await press(page, 'Download');
  expect(saved[0]?.name).toBe('ringback-2026-11-21-ooni.jsonl');
});

test('the picture is of one network, and says in words what it shows', async () => {
  const page = await open();
  await pick(page, 'Picture');
  const label = () => page.querySelector('canvas')?.getAttribute('aria-label');
  expect(label()).toContain(
    'Some calls are likely blocked here. Likely blocked since Nov 12, 2026. WhatsApp: calls likely blocked for 9.2 days. Calls likely blocked: WhatsApp.',
  );
  expect(contents(page)[0]).toBe('1 network, 9 rounds, and 1 likely block.');
  await choose(find(page, 'select', 'Which network'), 'Wana');
  expect(label()).toContain('No sign of call blocking here');
});

test('where nothing of a kind is kept there is nothing to save', async () => {
  const page = await open(async () => ({ ...NOTHING, networks: history.networks }));
  for (const format of ['Text', 'Picture', 'Table', 'Everything', 'OONI']) {
    await pick(page, format);
    expect(page.textContent).toContain('Nothing of this kind was kept');
    expect(find<HTMLButtonElement>(page, 'button', 'Download').disabled).toBe(true);
  }
});

test('a history that can’t be read is told', async () => {
  const page = await open(() => Promise.reject(new Error('no database')));
  expect(page.textContent).toContain('The history could not be read.');
  expect(find<HTMLButtonElement>(page, 'button', 'Download').disabled).toBe(true);
});

describe('servers of one’s own', () => {
  beforeEach(() => nameOwnServers({ schemaVersion: 1, servers: [], former: OWN_NAMES }));
  afterEach(() => nameOwnServers(NO_SERVERS));

  test('leave by name, with their test calls, when they are ticked', async () => {
    const page = await open(async () => withOwn);
    const report = () => page.querySelector('textarea')?.value ?? '';
    expect(report()).not.toMatch(/Grandma|test call/i);
    expect(contents(page).join()).not.toContain('Your own servers');

    await pick(page, 'My own servers');
    expect(contents(page)[0]).toMatch(/2 calls that you tried, and 1 test call\./);
    expect(contents(page)).toContain('Your own servers: 1, without passwords.');
    expect(report()).toContain('\u2068Grandma’s relay\u2069: Calls likely blocked / Messages get through');
    expect(report()).toContain(
      '  2026-11-12 09:00 UTC: The test call works. UDP: 80 ms there and back · 0% lost · good for voice\n',
    );
  });

  test('leave in JSON with what they answered: then it says that their addresses are in it', async () => {
    const page = await open(async () => withOwn);
    await pick(page, 'Everything');
    await pick(page, 'What each single server answered');
    expect(contents(page)).toContain('No address of yours.');
    await pick(page, 'My own servers');
    expect(contents(page)).toContain('Addresses of your own servers, and none of this device.');
  });

  test('are not offered for OONI’s format, nor where there is none', async () => {
    const page = await open(async () => withOwn);
    await pick(page, 'OONI');
    expect(() => find(page, 'input', 'My own servers')).toThrow();
    nameOwnServers(NO_SERVERS);
    expect(() => find(page, 'input', 'My own servers')).toThrow();
    await open();
    expect(() => find(page, 'input', 'My own servers')).toThrow();
  });
});

describe('what a block cost', () => {
  const TARIFF = { minutes: 20, price: 0.5, currency: 'MAD' };
  const card = (page: Element) => page.querySelector('canvas')?.getAttribute('aria-label') ?? '';

  test('is in the picture as days that were measured', async () => {
    const page = await open();
    await pick(page, 'Picture');
    expect(card(page)).toContain('WhatsApp: calls likely blocked for 9.2 days');
    expect(page.textContent).not.toContain('estimate of what it cost');
  });

  test('and as an amount only where it is ticked, with the figures that it is made of', async () => {
    const page = await open(undefined, TARIFF);
    await pick(page, 'Picture');
    expect(card(page)).not.toContain('MAD');
    await pick(page, 'The estimate of what it cost me');
    expect(card(page)).toMatch(/about MAD\s92\.\d\d \(estimate: days × 20 min × MAD\s0\.50\)/);
  });

  test('whose price is the one that was typed', async () => {
    const page = await open(undefined, { ...TARIFF, price: 0.075 });
    await pick(page, 'Picture');
    await pick(page, 'The estimate of what it cost me');
    expect(card(page)).toMatch(/days × 20 min × MAD\s0\.075\)/);
  });
});
