import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allControls, allServices, dnsServers } from '../core/catalogue/index.ts';
import { catalogueFile } from '../core/catalogue/packed-file.ts';
import { extension } from '../probes/testing/extension.ts';

beforeEach(() => {
  vi.resetModules();
  extension();
});
afterEach(() => void vi.unstubAllGlobals());

const load = async () => (await import('./catalogue.ts')).loadCatalogue();
const serve = (...files: readonly string[]) => {
  const answers = [...files];
  const fetch = vi.fn(async (_: string) => new Response(answers.shift() ?? ''));
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

test('The background’s catalogue is read once, from the extension’s own files, and is what the pages have', async () => {
  const fetch = serve(catalogueFile());
  const [one, two] = await Promise.all([load(), load()]);
  expect(one).toBe(two);
  expect(fetch.mock.calls).toEqual([['/catalogue.json']]);
  expect(one).toEqual({ services: allServices(), controls: allControls(), doh: dnsServers() });
});

test.each<[what: string, file: string]>([
  ['empty', ''],
  ['cut off', catalogueFile().slice(0, -9)],
  ['a page', '<html>'],
  ['without services', '{"controls":[],"doh":[]}'],
  ['without controls', '{"services":[],"doh":[]}'],
])('A file that is %s gives a clear error, and is tried again the next time', async (_, file) => {
  serve(file, catalogueFile());
  const { loadCatalogue } = await import('./catalogue.ts');
  await expect(loadCatalogue()).rejects.toThrow('The catalogue can’t be read');
  expect((await loadCatalogue()).services.length).toBeGreaterThan(20);
});
