import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toJson } from '../../core/history/export/json.ts';
import type { Shared } from '../../core/history/export/share.ts';
import {
  HOME,
  history,
  home,
  NOTHING,
  NOW,
  OWN_NAMES,
  round,
  spell,
  withOwn,
} from '../../core/history/export/testing.ts';
import { MOST_BYTES } from '../../core/history/import.ts';
import type { History } from '../../core/history/records.ts';
import { key } from '../../core/history/testing.ts';
import { closeHistory } from './database.ts';
import { importHistory } from './importing.ts';
import { KEPT } from './pruning.ts';
import { readHistory } from './reading.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(closeHistory);

const file = (history: Shared) =>
  new Blob([
    toJson(
      history,
      { names: true, place: true, raw: true, own: true },
      { now: NOW, version: '0.1.0', selection: { from: 0, to: NOW } },
    ),
  ]);
const remember = vi.fn(async () => {});
const imported = (file: Blob) => importHistory(file, NOW, remember);
const everything = () => readHistory({ from: 0, to: NOW }, ['rounds', 'raw', 'days', 'spells', 'words', 'calls']);
const none = { networks: 0, rounds: 0, raw: 0, days: 0, spells: 0, words: 0, calls: 0 };

test('a file’s records become part of the history', async () => {
  expect(await imported(file(withOwn))).toEqual({
    written: { networks: 2, rounds: 10, raw: 1, days: 1, spells: 2, words: 2, calls: 1 },
    skipped: 0,
    noRoom: 0,
  });
  const read = await everything();
  expect(read.rounds).toHaveLength(10);
  const unordered = (history: History) => Object.entries(history).map(([kind, rows]) => [kind, new Set(rows)]);
  expect(unordered(read)).toEqual(unordered(withOwn));
});

test('names of servers of one’s own that a file speaks of are handed on', async () => {
  await imported(file({ ...withOwn, ownServers: OWN_NAMES }));
  expect(remember).toHaveBeenLastCalledWith(OWN_NAMES);
});

test('importing twice changes nothing', async () => {
  await imported(file(history));
  const once = await everything();
  expect(await imported(file(history))).toEqual({ written: none, skipped: 0, noRoom: 0 });
  expect(await everything()).toEqual(once);
});

test('a spell that becomes part of another is gone', async () => {
  const spells = (from: number, to: number) => ({
    ...NOTHING,
    networks: [home],
    spells: [spell({ from, to, seenAt: to })],
  });
  await imported(file(spells(10, 20)));
  await imported(file(spells(5, 15)));
  expect((await everything()).spells).toEqual([spell({ from: 5, to: 20, seenAt: 20 })]);
});

test('nothing that is here is pushed out by a file, however new it is and however much it brings', async () => {
  await imported(file({ ...NOTHING, networks: [{ ...home, lastAt: home.firstAt }], rounds: [round()] }));
  const before = await everything();
  const strangers = Array.from({ length: KEPT.networks + 5 }, (_, n) => ({
    ...home,
    key: key(n + 1),
    lastAt: NOW - n,
  }));
  const rounds = strangers.map(({ key }) => round({ network: key }));
  expect(await imported(file({ ...NOTHING, networks: strangers, rounds }))).toEqual({
    written: { ...none, networks: KEPT.networks - 1, rounds: KEPT.networks - 1 },
    skipped: 0,
    noRoom: 12,
  });
  const after = await everything();
  expect(after.networks).toHaveLength(KEPT.networks);
  expect(after.networks).toEqual(expect.arrayContaining([...before.networks]));
  expect(after.rounds).toEqual(expect.arrayContaining([...before.rounds]));
  expect(after.networks.map(({ key }) => key)).not.toContain(key(KEPT.networks));
});

test('a file that is refused is not written', async () => {
  expect(await imported(new Blob(['{}']))).toEqual({ refusal: 'foreign' });
  expect(await everything()).toEqual(NOTHING);
});

test('a file that is too big is not even read', async () => {
  const text = vi.fn();
  expect(await imported({ size: MOST_BYTES + 1, text } as unknown as Blob)).toEqual({ refusal: 'too-big' });
  expect(text).not.toHaveBeenCalled();
});

test('where one record can’t be written, none is', async () => {
  await imported(file({ ...NOTHING, networks: [home], rounds: [round()] }));
  const before = await everything();
  const put = IDBObjectStore.prototype.put;
  const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
    if (this.name === 'words') throw new DOMException('The disk is full', 'QuotaExceededError');
    return put.call(this, row);
  });
  expect(await imported(file(history))).toEqual({ refusal: 'not-stored' });
  failing.mockRestore();
  expect(await everything()).toEqual(before);
  expect(before.networks[0]?.key).toBe(HOME);
});
