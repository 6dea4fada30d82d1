import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defineItem, getItems, setItems } from './items.ts';

const one = defineItem<number | null>('local:one', { fallback: null });
const two = defineItem<string>('local:two', { fallback: 'none' });
const now = defineItem<{ readonly at: number } | null>('session:now', { fallback: null });

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
});

describe('a stored item', () => {
  test('is its fallback until something is stored', async () => {
    expect(await two.getValue()).toBe('none');
    await two.setValue('some');
    expect(await two.getValue()).toBe('some');
    await two.removeValue();
    expect(await two.getValue()).toBe('none');
  });

  test('lives in the area that its key names', async () => {
    await now.setValue({ at: 1 });
    expect(await fakeBrowser.storage.session.get('now')).toEqual({ now: { at: 1 } });
    expect(await fakeBrowser.storage.local.get('now')).toEqual({});
  });

  test('tells who watches of every new value, and of its removal', async () => {
    const seen: (number | null)[] = [];
    one.watch((value) => seen.push(value));
    await one.setValue(1);
    await one.removeValue();
    expect(seen).toEqual([1, null]);
  });
});

describe('several items', () => {
  test('are read together, from both areas', async () => {
    await one.setValue(7);
    await now.setValue({ at: 2 });
    expect(await getItems([one, two, now])).toEqual([7, 'none', { at: 2 }]);
  });

  test('are written in one call: all of them or none', async () => {
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await setItems([
      { item: one, value: 3 },
      { item: two, value: 'three' },
    ]);
    expect(set).toHaveBeenCalledExactlyOnceWith({ one: 3, two: 'three' });
  });
});
