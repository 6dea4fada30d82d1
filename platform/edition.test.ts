import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoredEdition } from '../core/feed/feed.ts';
import { edition, NOW } from '../core/feed/testing.ts';
import { extension } from '../probes/testing/extension.ts';
import { editionItem } from './storage.ts';

const PACKAGED = edition({ serial: 6 });
const health = { updatedOn: '2026-11-19', endpoints: { 'https://zoom.us/': { asked: '2026-11-19', places: 1 } } };
const NEWER: StoredEdition = { key: 'one', edition: edition({ health }) };

let keys = [{ id: 'one', spki: '' }];
let fetched: string[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.resetModules();
  extension();
  keys = [{ id: 'one', spki: '' }];
  fetched = [];
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(url);
    return new Response(JSON.stringify(url.endsWith('/feed.json') ? { keys, mirrors: [] } : PACKAGED));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const catalogue = () => import('./catalogue.ts');

test('Where none was fetched the package’s edition holds, and one file is read for it', async () => {
  expect((await (await catalogue()).loadEdition()).serial).toBe(6);
  expect(fetched).toEqual([expect.stringMatching(/\/catalogue\.json$/)]);
});

test('A newer one holds in its place, with its health record', async () => {
  await editionItem.setValue(NEWER);
  const { loadCatalogue, loadEdition } = await catalogue();
  expect(await loadEdition()).toEqual(NEWER.edition);
  const { services } = await loadCatalogue();
  const endpoints = services.find(({ id }) => id === 'zoom')?.endpoints;
  expect(endpoints?.find(({ url }) => url === 'https://zoom.us/')?.health).toEqual(
    health.endpoints['https://zoom.us/'],
  );
});

test('One that comes while the worker lives is taken at the next use', async () => {
  const { loadCatalogue, loadEdition } = await catalogue();
  const before = await loadCatalogue();
  expect(await loadCatalogue()).toBe(before);
  await editionItem.setValue(NEWER);
  expect((await loadEdition()).serial).toBe(7);
  expect(await loadCatalogue()).not.toBe(before);
  await editionItem.removeValue();
  expect((await loadEdition()).serial).toBe(6);
});

test('The package’s holds again where the key of a stored one is the package’s no more', async () => {
  await editionItem.setValue(NEWER);
  keys = [{ id: 'two', spki: '' }];
  expect((await (await catalogue()).loadEdition()).serial).toBe(6);
});

test.for(['newer', 7, [], {}, { key: 'one', edition: { serial: 9 } }])(
  'The package’s holds where what is stored is damaged: %j',
  async (damage) => {
    await editionItem.setValue(damage as never);
    expect(await (await catalogue()).loadEdition()).toEqual(JSON.parse(JSON.stringify(PACKAGED)));
  },
);

test('One that has expired keeps its addresses, and its record vouches for nobody', async () => {
  await editionItem.setValue(NEWER);
  vi.setSystemTime(Date.parse('2027-02-01'));
  expect(await (await catalogue()).loadEdition()).toEqual({
    ...NEWER.edition,
    health: { ...health, endpoints: {} },
  });
});
