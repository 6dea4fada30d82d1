import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EndpointHealth } from '../../core/catalogue/health.ts';
import type { Catalogue } from '../../core/catalogue/packed.ts';
import { consentItem } from '../../platform/storage.ts';
import { endpoint, service } from '../../probes/testing/catalogue.ts';
import { checkingAlone } from '../../probes/testing/checking.ts';
import { extension } from '../../probes/testing/extension.ts';
import { SILENCE } from '../../probes/testing/network.ts';
import { CONTROLS, openBut, pass, RELAY, WEB, type World, world } from '../../probes/testing/world.ts';

/** What the health record means for what a round asks. 14 November 2023. */

const OTHER = 'turn:moved.example:3478?transport=udp';
const SILENT: EndpointHealth = { asked: '2023-11-13', places: 2, silentSince: '2023-10-10' };
const GONE: EndpointHealth = { ...SILENT, silentSince: '2023-08-01' };
const HEARD: EndpointHealth = { asked: '2023-11-13', places: 2, answered: '2023-11-13' };

let network: World;
beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  extension();
  network = world();
  await consentItem.setValue({ agreedAt: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const catalogue = (health: Readonly<Record<string, EndpointHealth>>): Catalogue => ({
  services: [
    service(
      'demo',
      [endpoint('signalling', WEB), endpoint('media', RELAY, false), endpoint('media', OTHER, false)].map((one) => {
        const of = health[one.url];
        return of ? { ...one, health: of } : one;
      }),
    ),
  ],
  controls: CONTROLS,
  doh: [],
});
async function round(health: Readonly<Record<string, EndpointHealth>>, trigger: 'asked' | 'alarm' = 'asked') {
  const { checking, rounds } = checkingAlone({ catalogue: async () => catalogue(health) });
  await pass(checking.start(trigger, { confirm: false }));
  return rounds[0]?.services[0];
}

test('A relay that nobody has heard for 90 days is not asked; the others are', async () => {
  const demo = await round({ [OTHER]: GONE });
  expect(network.asked).toContain(RELAY);
  expect(network.asked).not.toContain(OTHER);
  expect(demo?.calls.state).toBe('clear');
});

test('One that nobody has heard for a month is asked, and its answer counts', async () => {
  network.fate = openBut({ [RELAY]: SILENCE });
  const demo = await round({ [OTHER]: SILENT });
  expect(network.asked).toContain(OTHER);
  expect(demo?.calls.state).toBe('clear');
});

test('Where all relays are gone none is asked, and the calls are not known', async () => {
  const demo = await round({ [RELAY]: GONE, [OTHER]: GONE });
  expect(network.asked).not.toEqual(expect.arrayContaining([RELAY]));
  expect(network.asked).not.toEqual(expect.arrayContaining([OTHER]));
  expect(demo?.calls.rule).toBe('calls.gone');
  expect(demo?.messages.state).toBe('reachable');
});

test('Where everything is gone the service stays, with nothing asked of it', async () => {
  const demo = await round({ [WEB]: GONE, [RELAY]: GONE, [OTHER]: GONE });
  expect(network.asked).not.toContain(WEB);
  expect(demo).toMatchObject({ calls: { rule: 'calls.gone' }, messages: { rule: 'messages.gone' } });
});

test('A relay that has been heard elsewhere lately is suspected where it is silent from the first round', async () => {
  network.fate = openBut({ [RELAY]: SILENCE, [OTHER]: SILENCE });
  expect((await round({ [RELAY]: HEARD, [OTHER]: HEARD }))?.calls.state).toBe('suspected');
});

test('A light round begins with a relay whose silence would count', async () => {
  await round({ [OTHER]: HEARD }, 'alarm');
  const relays = network.asked.filter((url) => url.startsWith('turn:') && url.includes('udp'));
  expect(relays).toContain(OTHER);
});
