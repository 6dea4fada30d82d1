import { beforeEach, expect, test, vi } from 'vitest';
import { loadCatalogue } from '../../platform/catalogue.ts';
import { ownServersItem } from '../../platform/storage.ts';
import { extension } from '../../probes/testing/extension.ts';
import { CATALOGUE } from '../../probes/testing/world.ts';
import { listOf } from './names.ts';

vi.mock('../../platform/catalogue.ts', () => ({ loadCatalogue: vi.fn() }));

beforeEach(async () => {
  extension();
  vi.mocked(loadCatalogue).mockReset().mockResolvedValue(CATALOGUE);
  await ownServersItem.setValue({
    schemaVersion: 1,
    servers: [{ id: 'own-00000001', name: 'My <b>PBX</b>', addresses: [] }],
    former: { 'own-00000002': 'Old relay' },
  });
});

test('Names are the catalogue’s, and those that the person gave, also to servers that are no more', async () => {
  expect(await listOf(['demo', 'own-00000001', 'own-00000002', 'unknown'])).toBe(
    'demo, My <b>PBX</b>, Old relay, and unknown',
  );
});

test('Where the catalogue can’t be read, an id is better than nothing', async () => {
  vi.mocked(loadCatalogue).mockRejectedValue(new Error('no'));
  expect(await listOf(['signal', 'own-00000001'])).toBe('signal and My <b>PBX</b>');
});

test('Nothing to name is nothing to read', async () => {
  expect(await listOf([])).toBe('');
  expect(loadCatalogue).not.toHaveBeenCalled();
});
