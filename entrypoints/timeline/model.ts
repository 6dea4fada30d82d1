import { signal } from '@preact/signals';
import type { Contents, Deletion, TimelineActions, TimelineModel } from '../../components/timeline/model.ts';
import type { NetworkGroup } from '../../core/history/grouping.ts';
import { RANGES, type Range } from '../../core/history/ranges.ts';
import { complain } from '../../platform/complaints.ts';
import {
  forgetBetween,
  forgetEverything,
  forgetNetworks,
  lossesOf,
  networksBetween,
} from '../../platform/history/deleting.ts';
import { nameNetworks } from '../../platform/history/naming.ts';
import { sayOwnWord, takeBackOwnWord } from '../../platform/history/own-word.ts';
import { forgotten, renamed, said, unsaid } from '../../platform/history/place-kept.ts';
import { readContents, readGroups } from './contents.ts';

/** A round was filed: the history has more to tell than what is shown. */
export type Changed = (listener: () => void) => void;

/** Several rounds in a row are read once. */
const SETTLE_MS = 300;
const TICK_MS = 30_000;

export interface Page {
  readonly model: TimelineModel;
  readonly actions: TimelineActions;
  /** Resolves when the first network can be painted, or it is known why not. */
  readonly first: Promise<void>;
}

/** The history as signals: read anew after every change, the newest network first. */
export function openTimeline(changed: Changed): Page {
  const range = signal<Range>(rangeOf(location.hash));
  const now = signal(Date.now());
  const groups = signal<readonly NetworkGroup[] | null>(null);
  const contents = signal<ReadonlyMap<string, Contents>>(new Map());
  const trouble = signal<'unavailable' | 'not-done' | null>(null);

  let isReady = () => {};
  const first = new Promise<void>((done) => {
    isReady = done;
  });

  let reading = 0;
  /** Reads everything; a later call overtakes this one. */
  async function read(): Promise<void> {
    const turn = ++reading;
    now.value = Date.now();
    try {
      const found = await readGroups();
      // What was shown stays until what replaces it is there.
      let fresh = new Map<string, Contents>();
      for (const [i, group] of found.entries()) {
        const read = await readContents(group, range.peek(), now.peek());
        if (turn !== reading) return;
        fresh = new Map([...fresh, [group.id, read]]);
        // The first network is painted before the others are read, and all of them as they come.
        if (i === 0) groups.value = found;
        contents.value = new Map([...contents.peek(), ...fresh]);
        isReady();
        if (i === 0) await painted();
      }
      if (turn !== reading) return;
      groups.value = found;
      contents.value = fresh;
      if (trouble.peek() === 'unavailable') trouble.value = null;
    } catch (error) {
      complain('history not read', error);
      if (turn === reading) trouble.value = 'unavailable';
    } finally {
      isReady();
    }
  }

  async function write(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      trouble.value = null;
      await read();
      return true;
    } catch (error) {
      complain('history not written', error);
      trouble.value = 'not-done';
      return false;
    }
  }

  let settling: ReturnType<typeof setTimeout> | undefined;
  changed(() => {
    clearTimeout(settling);
    settling = setTimeout(read, SETTLE_MS);
  });
  setInterval(() => {
    now.value = Date.now();
    const [shown] = contents.peek().values();
    if (shown && now.value >= (shown.edges.at(-1) ?? Infinity)) void read();
  }, TICK_MS);

  const actions: TimelineActions = {
    choose(wanted) {
      range.value = wanted;
      history.replaceState(null, '', `#${wanted}`);
      void read();
    },
    retry() {
      trouble.value = null;
      void read();
    },
    name: (group, name) =>
      write(async () => {
        await renamed(group.keys, await nameNetworks(group.keys, name));
      }),
    say: (word) =>
      write(async () => {
        await sayOwnWord(word);
        await said(word);
      }),
    takeBack: (word) =>
      write(async () => {
        await takeBackOwnWord(word);
        await unsaid(word);
      }),
    forget: ({ forget }) => write(forget),
    deletions: {
      network: ({ keys }) =>
        deletion(
          () => lossesOf.networks(keys),
          async () => {
            await forgetNetworks(keys);
            await forgotten(keys);
          },
        ),
      between: (from, to) =>
        deletion(
          () => lossesOf.between(from, to),
          async () => {
            const used = await networksBetween(from, to);
            await forgetBetween(from, to);
            await forgotten(used);
            // What stays of a network keeps its name.
            for (const { keys, name } of await readGroups()) await renamed(keys, name);
          },
        ),
      everything: () =>
        deletion(lossesOf.everything, async () => {
          await forgetEverything();
          await forgotten(null);
        }),
    },
  };
  void read();
  return { model: { range, now, groups, contents, trouble }, actions, first };
}

const deletion = (losses: Deletion['losses'], forget: Deletion['forget']): Deletion => ({ losses, forget });

/** The address keeps the range, so that a reload or a bookmark shows the same. */
const rangeOf = (hash: string): Range => RANGES.find((range) => `#${range}` === hash) ?? 'week';

const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
