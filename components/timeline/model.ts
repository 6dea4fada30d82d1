import type { ReadonlySignal } from '@preact/signals';
import type { GroupSpell } from '../../core/history/changes-list.ts';
import type { NetworkGroup } from '../../core/history/grouping.ts';
import type { Range } from '../../core/history/ranges.ts';
import type { CallRecord, OwnWordRecord, RoundRecord } from '../../core/history/records.ts';
import type { Strips } from '../../core/history/strip.ts';
import type { Losses } from '../../platform/history/deleting.ts';

/** What the timeline's views are given: the history as signals, and what a person can ask for. */

/** What is shown of one network, in one range. */
export interface Contents {
  readonly range: Range;
  readonly edges: readonly number[];
  readonly strips: Strips;
  /** All that reach into the range, the newest first. */
  readonly spells: readonly GroupSpell[];
  readonly words: readonly OwnWordRecord[];
  /** Test calls. */
  readonly calls: readonly CallRecord[];
  /** The last round ever, in the range or before it. */
  readonly newest: RoundRecord | null;
}

export interface TimelineModel {
  readonly range: ReadonlySignal<Range>;
  readonly now: ReadonlySignal<number>;
  /** Null until they are read. */
  readonly groups: ReadonlySignal<readonly NetworkGroup[] | null>;
  /** By id of the group; what is missing has not been read yet. */
  readonly contents: ReadonlySignal<ReadonlyMap<string, Contents>>;
  /** `unavailable`: the history can't be opened. `not-done`: something could not be written. */
  readonly trouble: ReadonlySignal<'unavailable' | 'not-done' | null>;
}

export interface Deletion {
  readonly losses: () => Promise<Losses>;
  readonly forget: () => Promise<unknown>;
}

export interface TimelineActions {
  choose(range: Range): void;
  retry(): void;
  /** False: it could not be written, and the page says so. So with all that write. */
  name(group: NetworkGroup, name: string | null): Promise<boolean>;
  say(word: OwnWordRecord): Promise<boolean>;
  takeBack(word: OwnWordRecord): Promise<boolean>;
  forget(deletion: Deletion): Promise<boolean>;
  readonly deletions: {
    network(group: NetworkGroup): Deletion;
    between(from: number, to: number): Deletion;
    everything(): Deletion;
  };
}

/** A source of data that asks to be named. */
export interface Attribution {
  readonly name: string;
  readonly licence: string;
  readonly url: string;
}
