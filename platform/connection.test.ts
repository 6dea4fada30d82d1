import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Extension, extension } from '../probes/testing/extension.ts';
import { isMetered, onConnectionChange } from './connection.ts';

let browser: Extension;
beforeEach(() => {
  browser = extension();
});
afterEach(() => void vi.unstubAllGlobals());

describe('a metered line', () => {
  test('is one on which the person saves data, or a mobile one', () => {
    expect(isMetered()).toBe(false);
    Object.assign(browser.connection, { saveData: true });
    expect(isMetered()).toBe(true);
    Object.assign(browser.connection, { saveData: false, type: 'cellular' });
    expect(isMetered()).toBe(true);
  });

  test.for(['wifi', 'ethernet', 'unknown', 'none'])('is none of type %s', (type) => {
    Object.assign(browser.connection, { type });
    expect(isMetered()).toBe(false);
  });

  test('is not known in a browser that does not tell', () => {
    vi.stubGlobal('navigator', {});
    expect(isMetered()).toBe(false);
  });
});

describe('another connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** What the browser tells from now on, and the event that says so. */
  const becomes = (state: { onLine?: boolean; type?: string }, event: 'change' | 'online' | 'offline' = 'change') => {
    const { onLine = true, type } = state;
    Object.assign(browser.connection, { type });
    vi.stubGlobal('navigator', { onLine, connection: browser.connection });
    (event === 'change' ? browser.connection : browser.scope).dispatchEvent(new Event(event));
  };
  const watched = () => {
    const changed = vi.fn();
    return { changed, look: onConnectionChange(changed) };
  };

  test('is told once it has settled, however many events it took', () => {
    const { changed } = watched();
    becomes({ type: 'wifi' });
    becomes({ type: 'wifi' });
    vi.advanceTimersByTime(1_000);
    becomes({ type: 'ethernet' });
    vi.advanceTimersByTime(2_400);
    expect(changed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(changed).toHaveBeenCalledOnce();
  });

  test('is not what an estimate of the bandwidth shows', () => {
    const { changed } = watched();
    for (let i = 0; i < 5; i++) browser.connection.dispatchEvent(new Event('change'));
    vi.advanceTimersByTime(60_000);
    expect(changed).not.toHaveBeenCalled();
  });

  test('is noticed by losing the last one and by having one again', () => {
    const { changed } = watched();
    becomes({ onLine: false }, 'offline');
    vi.advanceTimersByTime(3_000);
    becomes({ onLine: true }, 'online');
    vi.advanceTimersByTime(3_000);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('is noticed in a browser without the Network Information API', () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { changed } = watched();
    vi.stubGlobal('navigator', { onLine: true });
    browser.scope.dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(3_000);
    expect(changed).toHaveBeenCalledOnce();
  });

  test('may be told of by a page that hears more than a worker does', () => {
    const { changed, look } = watched();
    look();
    vi.advanceTimersByTime(3_000);
    expect(changed).not.toHaveBeenCalled();
    vi.stubGlobal('navigator', { onLine: false, connection: browser.connection });
    look();
    vi.advanceTimersByTime(3_000);
    expect(changed).toHaveBeenCalledOnce();
  });
});
