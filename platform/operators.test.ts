import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packOperators } from '../core/network/operators/pack.ts';
import { overlay } from '../core/network/operators/ranges.ts';

const TABLE = gzipSync(
  packOperators([{ asn: 6713, name: 'Maroc Telecom', hosting: false }], {
    4: overlay(4, [], [{ first: 0x29_8c_00, end: 0x29_90_00, value: '6713' }]),
    6: overlay(6, [], []),
  }),
);

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllGlobals());

const load = async () => (await import('./operators.ts')).loadOperators();
const serve = (...files: readonly Uint8Array[]) => {
  const answers = [...files];
  const fetch = vi.fn(async (_: string) => new Response(new Uint8Array(answers.shift() ?? [])));
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

test('The table is read once, from the extension’s own files', async () => {
  const fetch = serve(TABLE);
  const [one, two] = await Promise.all([load(), load()]);
  expect(one).toBe(two);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(fetch.mock.calls[0]?.[0]).toMatch(/^[a-z-]+:\/\/[^/]+\/operators\.bin\.gz$/);
  expect(one.find('41.140.1.1').operator).toBe('Maroc Telecom');
});

test.each<[what: string, file: Uint8Array]>([
  ['empty', new Uint8Array()],
  ['cut off', TABLE.subarray(0, TABLE.length - 9)],
  ['no gzip', new TextEncoder().encode('<html>')],
  ['another', gzipSync('something else')],
])('A file that is %s gives a clear error, and is tried again the next time', async (_, file) => {
  serve(file, TABLE);
  const { loadOperators } = await import('./operators.ts');
  await expect(loadOperators()).rejects.toThrow('The table of networks can’t be read');
  expect((await loadOperators()).find('41.140.1.1').asn).toBe(6713);
});
