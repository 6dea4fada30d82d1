import { beforeEach, expect, test, vi } from 'vitest';

const api = {
  runtime: { getManifest: () => ({ optional_host_permissions: ['*://web.example/*', 'https://*/*'] }) },
  permissions: {
    contains: vi.fn(async () => true),
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
  const { explainPatterns, explainPermission } = await load();
  expect(explainPatterns()).toEqual(['*://web.example/*']);
  await explainPermission.request();
  expect(api.permissions.request).toHaveBeenLastCalledWith({
    origins: ['*://web.example/*'],
    permissions: ['webRequest'],
  });
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

test('Every host that was granted can be given back at once', async () => {
  await (await load()).removeHosts();
  expect(api.permissions.remove).toHaveBeenLastCalledWith({ origins: ['https://pbx.example/*'] });
});
