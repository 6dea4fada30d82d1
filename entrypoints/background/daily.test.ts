import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FeedAnswer, FeedState, StoredEdition } from '../../core/feed/feed.ts';
import { edition } from '../../core/feed/testing.ts';
import type { fetchFeed } from '../../platform/filing.ts';
import { onMessage } from '../../platform/messages.ts';
import { saveSettings } from '../../platform/settings.ts';
import { consentItem, editionItem, feedItem } from '../../platform/storage.ts';
import { type Extension, extension } from '../../probes/testing/extension.ts';
import type * as Daily from './daily.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-22T10:00:00Z');

const MIRRORS = ['a', 'b', 'c'].map((name) => `https://${name}.mirror.example/feed.json`);
const SOURCE = { keys: [{ id: 'one', spki: '' }], mirrors: MIRRORS };
const PACKAGED = edition({ serial: 6, expiresOn: undefined as never });
type Question = Parameters<typeof fetchFeed>[0];
const tried = (mirror: string | undefined, problem: 'unreachable' | null = null) => ({ mirror: mirror ?? '', problem });
const nothing = ({ mirror }: Question): FeedAnswer => ({ ...tried(mirror), edition: null });
const newer = ({ mirror }: Question): FeedAnswer => ({ ...tried(mirror), edition: edition(), key: 'one' });
const unreachable = ({ mirror }: Question): FeedAnswer => ({ ...tried(mirror, 'unreachable'), edition: null });

let lookForEdition: typeof Daily.lookForEdition;
let browser: Extension;
let hidden: ReturnType<typeof vi.fn<(question: Question) => FeedAnswer>>;
let fetched: string[];
let closePage: () => void;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  browser = extension();
  // The first of those that are left.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  // As in a worker that has just started.
  vi.resetModules();
  ({ lookForEdition } = await import('./daily.ts'));
  fetched = [];
  // The extension's own files. Nothing else may be asked from here.
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(url);
    return new Response(JSON.stringify(url.endsWith('/feed.json') ? SOURCE : PACKAGED));
  });
  hidden = vi.fn(nothing);
  closePage = onMessage('fetchFeed', ({ data }) => hidden(data));
  await consentItem.setValue({ agreedAt: 1, hosts: MIRRORS.map((url) => new URL(url).host) });
});
afterEach(() => {
  closePage();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const stored = () => editionItem.getValue();
const keep = (edition: object, key = 'one') => editionItem.setValue({ key, edition } as StoredEdition);
const state = () => feedItem.getValue();
const asked = () => hidden.mock.calls.map(([{ mirror }]) => mirror);
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('a look for a newer edition', () => {
  test('asks the mirrors, and tells what came of it', async () => {
    await lookForEdition();
    expect(hidden.mock.calls).toEqual([[{ serial: 6, mirror: MIRRORS[0], isKnown: false }]]);
    expect(await state()).toEqual({ triedAt: NOW, tries: [tried(MIRRORS[0])], known: [MIRRORS[0]] });
    expect(await stored()).toBeNull();
  });

  test('ends at the first good file, and names each mirror before it', async () => {
    hidden.mockImplementationOnce(unreachable).mockImplementationOnce(newer);
    await lookForEdition();
    expect(asked()).toEqual(MIRRORS.slice(0, 2));
    expect(await state()).toEqual({
      triedAt: NOW,
      tries: [tried(MIRRORS[0], 'unreachable'), tried(MIRRORS[1])],
      known: [MIRRORS[1]],
    });
    expect(await stored()).toEqual({ key: 'one', edition: edition() });
  });

  test('asks each mirror once, in random order', async () => {
    vi.mocked(Math.random).mockRestore();
    hidden.mockImplementation(unreachable);
    const first = new Set<string | undefined>();
    for (let day = 0; day < 60; day++) {
      hidden.mockClear();
      await lookForEdition();
      first.add(asked()[0]);
      expect(asked().sort()).toEqual(MIRRORS);
      later(DAY);
    }
    expect(first).toEqual(new Set(MIRRORS));
  });

  test('keeps a newer one with the key that signed it, and asks for one newer than that', async () => {
    hidden.mockImplementation(newer);
    await lookForEdition();
    expect(await stored()).toEqual({ key: 'one', edition: edition() });
    later(DAY);
    hidden.mockImplementation(nothing);
    await lookForEdition();
    expect(hidden.mock.lastCall?.[0].serial).toBe(7);
    expect(await stored()).toEqual({ key: 'one', edition: edition() });
  });

  test('that fails leaves what is there', async () => {
    await keep(edition());
    hidden.mockImplementation(unreachable);
    await lookForEdition();
    expect(await stored()).toEqual({ key: 'one', edition: edition() });
    expect(await state()).toEqual({
      triedAt: NOW,
      tries: MIRRORS.map((mirror) => tried(mirror, 'unreachable')),
      known: [],
    });
  });

  test.for<[what: string, change: object, key?: string]>([
    ['not newer than the package’s, which an update has brought', { serial: 6 }],
    ['of a key that the package no longer lists', {}, 'lost'],
    ['damaged', { services: 7 }],
  ])('drops a stored edition that is %s', async ([, change, key]) => {
    await keep(edition(change), key);
    await lookForEdition();
    expect(await stored()).toBeNull();
    expect(hidden.mock.lastCall?.[0].serial).toBe(6);
  });
});

describe('a look that runs', () => {
  /** What the person does while the first mirror is asked. */
  const meanwhile = (act: () => Promise<unknown>, answer = unreachable) =>
    hidden.mockImplementationOnce((question) => {
      void act();
      return answer(question);
    });
  /** As the options page does it. */
  const forget = () => fakeBrowser.storage.local.clear();

  test('brings nothing back where the person has deleted everything meanwhile', async () => {
    meanwhile(forget, newer);
    await lookForEdition();
    expect(await stored()).toBeNull();
    expect(await state()).toBeNull();
  });

  test('asks no further mirror once everything is deleted', async () => {
    meanwhile(forget);
    await lookForEdition();
    expect(asked()).toEqual([MIRRORS[0]]);
    expect(await state()).toBeNull();
  });

  test('nor where the person has begun anew, and another look with it', async () => {
    const another = { triedAt: NOW + 1, tries: [] };
    meanwhile(() => feedItem.setValue(another));
    await lookForEdition();
    expect(asked()).toEqual([MIRRORS[0]]);
    expect(await state()).toEqual(another);
  });

  test.for<[what: string, act: () => Promise<unknown>]>([
    ['updates are turned off', () => saveSettings({ updates: false })],
    ['the consent is gone', () => consentItem.removeValue()],
    ['the line is metered', async () => Object.assign(browser.connection, { saveData: true })],
  ])('asks no further mirror once %s, and says which it has asked', async ([, act]) => {
    meanwhile(act);
    await lookForEdition();
    expect(asked()).toEqual([MIRRORS[0]]);
    expect(await state()).toEqual({ triedAt: NOW, tries: [tried(MIRRORS[0], 'unreachable')], known: [] });
  });

  test('leaves what it knows so far where its worker is killed', async () => {
    hidden.mockImplementationOnce(unreachable).mockImplementationOnce(() => {
      throw new Error('the page is gone');
    });
    await expect(lookForEdition()).rejects.toThrow();
    expect(await state()).toEqual({ triedAt: NOW, tries: [tried(MIRRORS[0], 'unreachable')], known: [] });
  });
});

describe('whether the browser may ask by the tag of its copy', () => {
  const known = () => hidden.mock.calls.map(([{ mirror, isKnown }]) => [MIRRORS.indexOf(mirror), isKnown]);

  test('is known by mirror: it may not before this installation has had a good file from it', async () => {
    hidden.mockImplementationOnce(unreachable);
    await lookForEdition();
    expect(known()).toEqual([
      [0, false],
      [1, false],
    ]);
    later(DAY);
    hidden.mockClear().mockImplementation(unreachable);
    await lookForEdition();
    expect(known()).toEqual([
      [0, false],
      [1, true],
      [2, false],
    ]);
    later(DAY);
    hidden.mockClear().mockImplementation(nothing);
    await lookForEdition();
    later(DAY);
    await lookForEdition();
    expect(known()).toEqual([
      [0, false],
      [0, true],
    ]);
  });

  test('is forgotten with everything else: no tag of before tells a mirror who asks', async () => {
    await lookForEdition();
    const consent = await consentItem.getValue();
    await fakeBrowser.storage.local.clear();
    await consentItem.setValue(consent);
    await lookForEdition();
    expect(known()).toEqual([
      [0, false],
      [0, false],
    ]);
  });

  test('outlives a worker that is killed over a mirror', async () => {
    await lookForEdition();
    later(DAY);
    hidden.mockImplementationOnce(() => {
      throw new Error('the page is gone');
    });
    await expect(lookForEdition()).rejects.toThrow();
    later(DAY);
    await lookForEdition();
    expect(known().at(-1)).toEqual([0, true]);
  });
});

describe('it is made once a day:', () => {
  test('not again within the day', async () => {
    await lookForEdition();
    later(DAY - 1);
    await lookForEdition();
    expect(hidden).toHaveBeenCalledOnce();
    later(1);
    await lookForEdition();
    expect(hidden).toHaveBeenCalledTimes(2);
  });

  test('not again where a worker was killed over it', async () => {
    hidden.mockImplementation(() => {
      throw new Error('the page is gone');
    });
    await expect(lookForEdition()).rejects.toThrow();
    expect(await state()).toEqual({ triedAt: NOW, tries: [], known: [] });
    later(HOUR);
    await lookForEdition();
    expect(hidden).toHaveBeenCalledOnce();
  });

  test('once more, and no oftener, where the clock was set back', async () => {
    await lookForEdition();
    later(-400 * DAY);
    for (let round = 0; round < 5; round++) {
      await lookForEdition();
      later(HOUR);
    }
    expect(hidden).toHaveBeenCalledTimes(2);
  });

  test('not again within the day, however often a clock goes back and forth by hours', async () => {
    await lookForEdition();
    for (let boot = 0; boot < 4; boot++) {
      later(-3 * HOUR);
      await lookForEdition();
      later(3 * HOUR);
      await lookForEdition();
    }
    expect(hidden).toHaveBeenCalledOnce();
  });

  test.for([7, 'never', {}, { triedAt: 'soon' }, { triedAt: 1, known: 7 }])(
    'once more where its record is damaged: %j',
    async (damage) => {
      await feedItem.setValue(damage as unknown as FeedState);
      await lookForEdition();
      await lookForEdition();
      expect(hidden).toHaveBeenCalledOnce();
    },
  );
});

describe('nobody is asked', () => {
  const none = async () => {
    await lookForEdition();
    expect(hidden).not.toHaveBeenCalled();
    expect(await state()).toBeNull();
  };

  test('where updates are off', async () => {
    await saveSettings({ updates: false });
    await none();
    expect(fetched).toEqual([]);
  });

  test('before the person has agreed', async () => {
    await consentItem.setValue(null);
    await none();
  });

  test('where no mirror’s host was agreed to', async () => {
    await consentItem.setValue({ agreedAt: 1, hosts: ['stun.l.google.com'] });
    await none();
  });

  test('on a metered line, unless checks run there, too', async () => {
    Object.assign(browser.connection, { saveData: true });
    await none();
    await saveSettings({ metered: true });
    await lookForEdition();
    expect(hidden).toHaveBeenCalledOnce();
  });

  test('but the mirrors that were agreed to', async () => {
    await consentItem.setValue({ agreedAt: 1, hosts: ['b.mirror.example'] });
    await lookForEdition();
    expect(asked()).toEqual([MIRRORS[1]]);
  });

  test('where the agreement is older than the mirrors: it is written down as what it was', async () => {
    await consentItem.setValue({ agreedAt: 1 });
    await none();
    const { hosts = [] } = (await consentItem.getValue()) ?? {};
    expect(hosts).toContain('stun.l.google.com');
    expect(hosts.filter((host) => host.includes('mirror'))).toEqual([]);
  });
});
