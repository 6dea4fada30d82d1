import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { service } from '../probes/testing/catalogue.ts';
import { type Extension, extension } from '../probes/testing/extension.ts';
import { sendMessage } from './messages.ts';
import { closeOffscreen } from './offscreen.ts';
import { outageReader } from './outages.ts';

vi.mock('./messages.ts', () => ({ sendMessage: vi.fn() }));

const FEED = { url: 'https://status.example/api/v2/status.json', format: 'statuspage' } as const;
const demo = service('demo', [], { statusFeeds: [FEED] });
const other = service('other', [], { statusFeeds: [FEED] });
const silent = service('silent', []);
const DOH = ['https://dns.example/resolve?name={name}'];

const said = vi.mocked(sendMessage);
const answer = (out: Readonly<Record<string, boolean>>) => said.mockResolvedValue(out);
const at = (ms: number) => vi.setSystemTime(1_700_000_000_000 + ms);

function reader() {
  const read = outageReader();
  return async (...services: (typeof demo)[]) => [...(await read(services, DOH, new AbortController().signal))];
}

let browser: Extension;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  at(0);
  browser = extension('chromium');
  await closeOffscreen();
  said.mockReset();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the hidden page', () => {
  test('is asked about services that have status feeds, and closed again', async () => {
    answer({ demo: true });
    expect(await reader()(demo, silent)).toEqual(['demo']);
    expect(said).toHaveBeenCalledExactlyOnceWith('readStatus', {
      services: [{ id: 'demo', statusFeeds: [FEED] }],
      doh: DOH,
    });
    expect(browser.offscreen.createDocument).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(browser.offscreen.open).toBe(false));
  });

  test('is not even opened where there is none to ask about', async () => {
    expect(await reader()(silent)).toEqual([]);
    expect(await reader()()).toEqual([]);
    expect(browser.offscreen.createDocument).not.toHaveBeenCalled();
  });

  test('is a frame in Firefox', async () => {
    extension('firefox');
    answer({ demo: true });
    expect(await reader()(demo)).toEqual(['demo']);
    await vi.waitFor(() => expect(document.querySelector('iframe')).toBeNull());
  });

  test('that can’t be opened, or crashes, tells of no outage', async () => {
    browser.offscreen.refusal = new Error('no');
    expect(await reader()(demo)).toEqual([]);
    expect(said).not.toHaveBeenCalled();
    browser.offscreen.refusal = null;
    said.mockRejectedValue(new Error('crashed'));
    expect(await reader()(demo)).toEqual([]);
  });

  test.for(['before', 'while'])('that never answers holds up nobody: ended %s it is asked', async (when) => {
    said.mockReturnValue(new Promise(() => {}));
    const round = new AbortController();
    if (when === 'before') round.abort();
    const out = outageReader()([demo], DOH, round.signal);
    await vi.waitFor(() => expect(browser.offscreen.createDocument).toHaveBeenCalled());
    round.abort();
    expect([...(await out)]).toEqual([]);
    await vi.waitFor(() => expect(browser.offscreen.open).toBe(false));
  });
});

describe('what was said of a service', () => {
  test.for([
    ['that it is out', true, ['demo']],
    ['that it is well', false, []],
  ] as const)('holds for five minutes, and is then asked for again: %s', async ([, said_, out]) => {
    const known = reader();
    answer({ demo: said_ });
    expect(await known(demo)).toEqual(out);
    at(299_000);
    expect(await known(demo)).toEqual(out);
    expect(said).toHaveBeenCalledOnce();
    at(300_000);
    answer({ demo: true });
    expect(await known(demo)).toEqual(['demo']);
    expect(said).toHaveBeenCalledTimes(2);
  });

  test('is asked for again when the clock has gone back', async () => {
    const known = reader();
    answer({ demo: true });
    await known(demo);
    at(-3_600_000);
    answer({ demo: false });
    expect(await known(demo)).toEqual([]);
  });

  test('is no word about another, nor about one that does not fail any more', async () => {
    const known = reader();
    answer({ demo: true });
    await known(demo);
    answer({ other: false });
    expect(await known(other)).toEqual([]);
    expect(said).toHaveBeenLastCalledWith(
      'readStatus',
      expect.objectContaining({ services: [expect.objectContaining({ id: 'other' })] }),
    );
  });

  test('is asked for again at once where nothing was', async () => {
    const known = reader();
    answer({});
    expect(await known(demo)).toEqual([]);
    answer({ demo: true });
    expect(await known(demo)).toEqual(['demo']);
  });
});
