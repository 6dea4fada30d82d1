import { expect, test } from 'vitest';
import { serviceRecords } from './files.ts';
import { pack, unpack } from './packed.ts';
import { toService } from './runtime.ts';

test.for(serviceRecords())('$id comes out of the bundle as it went in', (record) => {
  const service = toService(record);
  const out = unpack(JSON.parse(JSON.stringify(pack(service))));
  const byUrl = (list: typeof service.endpoints) => list.toSorted((a, b) => (a.url + a.role < b.url + b.role ? -1 : 1));
  expect({ ...out, endpoints: byUrl(out.endpoints) }).toEqual({ ...service, endpoints: byUrl(service.endpoints) });
});

test('nothing is said of what is false or empty', () => {
  const service = { id: 'a', name: 'A', retired: false, isDefault: false, endpoints: [], statusFeeds: [] };
  expect(pack(service)).toEqual({ id: 'a', name: 'A', endpoints: {} });
});
