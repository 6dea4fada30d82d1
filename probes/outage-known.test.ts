import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Service } from '../core/catalogue/runtime.ts';
import { outageReader } from './outage.ts';
import { service } from './testing/catalogue.ts';
import { refusing, serving } from './testing/web.ts';

const STATUS = 'https://status.example/api/v2/status.json';
const page = (indicator: string) => JSON.stringify({ status: { indicator, description: 'words' } });
const withFeed = (id: string, url: string): Service =>
  service(id, [], { statusFeeds: [{ url, format: 'statuspage' }] });
const demo = withFeed('demo', STATUS);

function reader() {
  const outages = outageReader([]);
  return async (services: readonly Service[]) => [...(await outages(services, new AbortController().signal))];
}
const at = (ms: number) => vi.setSystemTime(1_700_000_000_000 + ms);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what a feed said', () => {
  test.for([
    ['an outage', 'critical', ['demo']],
    ['that all is well', 'none', []],
  ] as const)('holds for five minutes, and is then asked for again: %s', async ([, indicator, out]) => {
    const known = reader();
    at(0);
    const fetch = serving({ [STATUS]: page(indicator) });
    expect(await known([demo])).toEqual(out);
    at(299_000);
    expect(await known([demo])).toEqual(out);
    expect(fetch).toHaveBeenCalledOnce();
    at(300_000);
    const again = serving({ [STATUS]: page('major') });
    expect(await known([demo])).toEqual(['demo']);
    expect(again).toHaveBeenCalledOnce();
  });

  test('is asked for again when the clock has gone back', async () => {
    const known = reader();
    at(0);
    serving({ [STATUS]: page('critical') });
    await known([demo]);
    at(-3_600_000);
    serving({ [STATUS]: page('none') });
    expect(await known([demo])).toEqual([]);
  });

  test('says nothing of another feed', async () => {
    const known = reader();
    at(0);
    const other = 'https://other.example/status.json';
    serving({ [STATUS]: page('critical'), [other]: page('none') });
    await known([demo]);
    expect(await known([withFeed('other', other)])).toEqual([]);
  });

  test('is asked for again at once where nothing could be read', async () => {
    const known = reader();
    at(0);
    refusing();
    expect(await known([demo])).toEqual([]);
    serving({ [STATUS]: page('critical') });
    expect(await known([demo])).toEqual(['demo']);
  });
});
