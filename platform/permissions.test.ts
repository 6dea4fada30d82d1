import { beforeEach, expect, test, vi } from 'vitest';

const api = {
  runtime: {
    getManifest: () => ({ optional_host_permissions: ['*://web.example/*', '*://new.example/*', 'https://*/*'] }),
  },
  permissions: {
    contains: vi.fn(async (_: { origins?: string[]; permissions?: string[] }) => true),
    request: vi.fn(async () => true),
    remove: vi.fn(async () => true),
    getAll: vi.fn(async () => ({ permissions: ['storage'], origins: ['https://pbx.example/*'] })),
  },
};
beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('browser', api);
});
const load = () => import('./permissions.ts');

test('*Explain* asks for the hosts of the catalogue alone, though the manifest lists any host', async () => {
  const { explainHosts, explainPermission } = await load();
  expect(explainHosts()).toEqual(['web.example', 'new.example']);
  await explainPermission.request();
  expect(api.permissions.request).toHaveBeenLastCalledWith({
    origins: ['*://web.example/*', '*://new.example/*'],
    permissions: ['webRequest'],
  });
});

test.for<[string, readonly string[], readonly string[]]>([
  ['all of its hosts', ['webRequest', '*://web.example/*', '*://new.example/*'], ['web.example', 'new.example']],
  ['those that were granted before an update named more', ['webRequest', '*://web.example/*'], ['web.example']],
  ['none, where a host is held as a server of the person’s own', ['webRequest', 'https://web.example/*'], []],
  ['none without `webRequest`', ['*://web.example/*'], []],
  ['nothing', [], []],
])('Of *explain* is held: %s', async ([, granted, held]) => {
  api.permissions.contains.mockImplementation(async ({ origins = [], permissions = [] }) =>
    [...origins, ...permissions].every((one) => granted.includes(one)),
  );
  expect(await (await load()).explainPermission.held()).toEqual(new Set(held));
});

test('A host of the person’s own is asked for alone, and given back without `webRequest`, which others are heard by', async () => {
  const permission = (await load()).hostPermission('pbx.example');
  const wanted = { origins: ['https://pbx.example/*'], permissions: ['webRequest'] };
  await permission.request();
  expect(api.permissions.request).toHaveBeenLastCalledWith(wanted);
  await permission.held();
  expect(api.permissions.contains).toHaveBeenLastCalledWith(wanted);
  await permission.remove();
  expect(api.permissions.remove).toHaveBeenLastCalledWith({ origins: wanted.origins });
});

test('OONI’s host is asked for with what Firefox calls the data that it is told, in one question', async () => {
  const { opinionPermission } = await import('./opinion.ts');
  const wanted = { origins: ['https://api.ooni.org/*'], data_collection: ['locationInfo'] };
  await opinionPermission.request();
  expect(api.permissions.request).toHaveBeenLastCalledWith(wanted);
  await opinionPermission.held();
  expect(api.permissions.contains).toHaveBeenLastCalledWith(wanted);
});

test('Every host that was granted can be given back at once', async () => {
  await (await load()).removeHosts();
  expect(api.permissions.remove).toHaveBeenLastCalledWith({ origins: ['https://pbx.example/*'] });
});

test('… and in Firefox with them the data that OONI may be told', async () => {
  const held = { origins: ['https://api.ooni.org/*'], data_collection: ['locationInfo'] };
  api.permissions.getAll.mockResolvedValueOnce({ permissions: [], ...held });
  await (await load()).removeHosts();
  expect(api.permissions.remove).toHaveBeenLastCalledWith(held);
});
