import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StatusFeed } from '../../core/catalogue/runtime.ts';
import { onMessage, type StatusAnswer, type StatusQuestion } from '../../platform/messages.ts';
import { consentItem } from '../../platform/storage.ts';
import { checkingAlone } from '../../probes/testing/checking.ts';
import { type Extension, extension, HOSTS, lend } from '../../probes/testing/extension.ts';
import { SILENCE } from '../../probes/testing/network.ts';
import {
  CATALOGUE,
  OPEN,
  openBut,
  pass,
  RELAY,
  RELAY_BLOCKED,
  SERVICE,
  WEB,
  world,
} from '../../probes/testing/world.ts';

const FEED: StatusFeed = { url: 'https://status.example/api/v2/status.json', format: 'statuspage' };
const CLOSED: StatusFeed = { url: 'https://maker.example/feed.rss', format: 'meta', needsAccess: true, related: true };
const OUT = openBut({ [WEB]: SILENCE, [RELAY]: SILENCE });

const MAKER = '*://maker.example/*';

let browser: Extension;
let network: ReturnType<typeof world>;
let asked: StatusQuestion[];
let answer: StatusAnswer;
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  browser = extension();
  lend('runtime.getManifest', () => ({ optional_host_permissions: [...HOSTS, MAKER] }));
  network = world();
  asked = [];
  answer = { demo: true };
  stop = onMessage('readStatus', ({ data }) => {
    asked.push(data);
    return answer;
  });
  await consentItem.setValue({ agreedAt: Date.now() });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function verdict(...statusFeeds: StatusFeed[]) {
  const catalogue = { ...CATALOGUE, services: [{ ...SERVICE, statusFeeds }] };
  const { checking, rounds } = checkingAlone({ catalogue: async () => catalogue });
  await pass(checking.start('asked', { confirm: true }));
  return rounds[0]?.services[0]?.calls.rule;
}

describe('a service’s status feeds', () => {
  test('are read when it fails, and an outage is no block', async () => {
    network.fate = RELAY_BLOCKED;
    expect(await verdict(FEED)).toBe('calls.down');
    expect(asked).toEqual([{ services: [{ id: 'demo', statusFeeds: [FEED] }], doh: [] }]);
  });

  test('are left alone while it answers', async () => {
    network.fate = OPEN;
    expect(await verdict(FEED)).toBe('calls.relay-answered');
    expect(asked).toEqual([]);
  });

  test('that say nothing, or that all is well, change nothing', async () => {
    network.fate = RELAY_BLOCKED;
    for (answer of [{}, { demo: false }, { another: true }])
      expect(await verdict(FEED)).toMatch(/^calls\.relay-silent/);
  });

  test('that need host access are read only with it', async () => {
    network.fate = OUT;
    await verdict(FEED, CLOSED);
    await verdict(CLOSED);
    // Granted before an update named this host.
    browser.held.add('webRequest');
    await verdict(FEED, CLOSED);
    browser.held.add(MAKER);
    await verdict(FEED, CLOSED);
    expect(asked.map(({ services }) => services[0]?.statusFeeds)).toEqual([[FEED], [FEED], [FEED, CLOSED]]);
  });
});

describe('what a service’s maker says of its interfaces for businesses', () => {
  beforeEach(() => void browser.held.add('webRequest').add(MAKER));

  test('excuses a service that is silent altogether, and says so', async () => {
    network.fate = OUT;
    expect(await verdict(CLOSED)).toBe('calls.down-related');
  });

  test('excuses no calls that fail while messages get through', async () => {
    network.fate = RELAY_BLOCKED;
    expect(await verdict(CLOSED)).toBe('calls.relay-silent-confirming');
  });
});
